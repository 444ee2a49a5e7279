import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useReducer } from 'react'
import { api } from '../../api/api.ts'
import { CallFailure, failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { PaperView } from '../../ui/paper-view.tsx'
import { Apply } from './apply.tsx'
import { Guide } from './guide.tsx'
import { isAnswered, lessonAfter, newLesson, steps } from './lesson.ts'
import { ReadingSoFar } from './reading-so-far.tsx'
import './teaching.css'
import { WordLayer } from './word-layer.tsx'

export interface TeachPageProps {
  readonly paperId: number
  /** Papers like this one are no sales: nothing has to be pointed at. */
  readonly notSale: boolean
  readonly onDone: () => void
}

/** The owner points at the words of a paper that nobody understood; what is read changes at once. */
export const TeachPage = ({ paperId, notSale, onDone }: TeachPageProps) => {
  const { t } = useWords()
  const [lesson, act] = useReducer(lessonAfter, newLesson)
  const paper = useQuery({
    queryKey: ['review.paper', paperId],
    queryFn: () => api.call('review.paper', { paperId }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const marks = [...lesson.marks]
  const words = [...lesson.words]
  const preview = useQuery({
    queryKey: ['teaching.preview', paperId, marks, words, notSale],
    queryFn: () => api.call('teaching.preview', { paperId, marks, words, notSale }),
    placeholderData: keepPreviousData,
  })
  const profileFor = async (name: string): Promise<string> => {
    const { profile } = await api.call('teaching.preview', { paperId, marks, words, notSale, name })
    if (profile === null) throw new CallFailure({ code: 'teaching.not-found', params: {} })
    return profile
  }
  const error = paper.error ?? preview.error
  const { data } = preview
  const naming = notSale || lesson.step >= steps.length
  const ready = data !== undefined && data.profile !== null && (notSale || isAnswered(marks))
  return (
    <>
      <div className="teach-head">
        <PageHead
          title={t(notSale ? 'teach.notSaleTitle' : 'teach.title')}
          lead={t(notSale ? 'teach.notSaleLead' : 'teach.lead')}
        />
        <Button onPress={onDone}>{t('common.cancel')}</Button>
      </div>
      {error === null ? null : <FailureNotice failure={failureOf(error)} />}
      <div className="teach">
        {paper.data === undefined ? null : notSale ? (
          <PaperView paper={paper.data} />
        ) : (
          <WordLayer paper={paper.data} marks={marks} onPoint={(word) => act({ type: 'point', word })} />
        )}
        <aside className="teach-side">
          {notSale ? null : (
            <Guide
              lesson={lesson}
              unclear={data?.unclear ?? []}
              onAsk={(step) => act({ type: 'ask', step })}
              onSkip={() => act({ type: 'skip' })}
              onSay={(text) => act({ type: 'say', text })}
            />
          )}
          {naming && ready ? <Apply profileFor={profileFor} onDone={onDone} /> : null}
          {naming && !ready && data !== undefined ? (
            <Notice tone="warn">{t(notSale ? 'teach.tooAlike' : 'teach.incomplete')}</Notice>
          ) : null}
          {data === undefined || notSale ? null : <ReadingSoFar reading={data.reading} />}
        </aside>
      </div>
    </>
  )
}
