import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { queries } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { EmptyPage, PageHead } from '../../ui/page-head.tsx'
import { PaperView } from '../../ui/paper-view.tsx'
import { HandPage } from '../teaching/hand-page.tsx'
import { TeachPage } from '../teaching/teach-page.tsx'
import { RefundQuestion } from './refund-question.tsx'
import { RepeatQuestion } from './repeat-question.tsx'
import './review.css'
import { ReviewList } from './review-list.tsx'
import { ReviewWords, type TeachHow } from './review-words.tsx'
import { SettledPapers } from './settled-papers.tsx'
import { useDismiss } from './use-dismiss.ts'

/** Papers that nobody understood yet: as they were printed, and why they are here. */
export const ReviewPage = () => {
  const { t } = useWords()
  const review = useQuery(queries.review)
  const { hidden, dismiss } = useDismiss()
  const [chosen, choose] = useState<number | null>(null)
  const [lesson, teach] = useState<{ readonly paperId: number; readonly how: TeachHow } | null>(null)
  const [looksBack, lookBack] = useState(false)
  const settledButton = (
    <Button look="quiet" onPress={() => lookBack(true)}>
      {t('settled.open')}
    </Button>
  )
  const rows = (review.data ?? []).filter((row) => row.paperId !== hidden)
  const current = rows.find((row) => row.paperId === chosen) ?? rows[0] ?? null
  const paper = useQuery({
    queryKey: ['review.paper', current?.paperId],
    queryFn: () => api.call('review.paper', { paperId: current?.paperId ?? 0 }),
    enabled: current !== null,
  })
  if (review.error !== null) return <FailureNotice failure={failureOf(review.error)} />
  if (lesson !== null) {
    const { paperId, how } = lesson
    const done = (): void => teach(null)
    return how === 'by-hand' ? (
      <HandPage paperId={paperId} onDone={done} />
    ) : (
      <TeachPage paperId={paperId} notSale={how === 'not-sale'} onDone={done} />
    )
  }
  if (looksBack) return <SettledPapers onBack={() => lookBack(false)} />
  if (review.data === undefined) return <p>{t('common.loading')}</p>
  const repeat = current?.problems.includes('maybe-repeat') === true
  const refundAlone = current?.problems.includes('refund-without-sale') === true
  return (
    <>
      <PageHead
        title={t('review.title')}
        lead={t(repeat || refundAlone ? 'review.countedLead' : 'review.lead')}
      />
      {current === null ? (
        <>
          <EmptyPage title={t('review.empty')} hint={t('review.emptyHint')} />
          <p className="review-settled">{settledButton}</p>
        </>
      ) : (
        <div className={repeat ? 'review asks-repeat' : 'review'}>
          <div>
            <ReviewList rows={rows} currentId={current.paperId} onChoose={choose} />
            {settledButton}
          </div>
          {repeat ? (
            <RepeatQuestion
              key={current.paperId}
              paperId={current.paperId}
              onByHand={() => teach({ paperId: current.paperId, how: 'by-hand' })}
            />
          ) : (
            <>
              {paper.error === null ? null : <FailureNotice failure={failureOf(paper.error)} />}
              {paper.data === undefined ? <span /> : <PaperView paper={paper.data} />}
              {refundAlone ? (
                <RefundQuestion
                  key={current.paperId}
                  row={current}
                  onLeave={() => dismiss(current.paperId)}
                />
              ) : (
                <ReviewWords
                  row={current}
                  onDismiss={() => dismiss(current.paperId)}
                  onTeach={(how) => teach({ paperId: current.paperId, how })}
                />
              )}
            </>
          )}
        </div>
      )}
    </>
  )
}
