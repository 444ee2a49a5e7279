import { useQuery } from '@tanstack/react-query'
import type { CallOutput } from '#shared/contract/index.ts'
import type { WordKey } from '#shared/i18n/index.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { EmptyPage, PageHead } from '../../ui/page-head.tsx'
import { kindWord } from './kind-word.ts'
import { useAnswer } from './use-answer.ts'

type Settled = CallOutput<'review.settled'>[number]

const saidWords: Readonly<Record<Settled['said'], WordKey>> = {
  dismissed: 'settled.dismissed',
  'one-sale': 'settled.one-sale',
  'two-sales': 'settled.two-sales',
  'refund-of': 'settled.refund-of',
}

/** Dismissed and answered papers; each can be looked at again. */
export const SettledPapers = ({ onBack }: { readonly onBack: () => void }) => {
  const { t, moment, won } = useWords()
  const now = useNow()
  const { restore } = useAnswer()
  const settled = useQuery({
    queryKey: ['review.settled'],
    queryFn: () => api.call('review.settled', {}),
  })
  return (
    <>
      <PageHead title={t('settled.title')} lead={t('settled.lead')} />
      <p className="settled-back">
        <Button onPress={onBack}>{t('settled.back')}</Button>
      </p>
      {settled.error === null ? null : <FailureNotice failure={failureOf(settled.error)} />}
      {settled.data?.length === 0 ? (
        <EmptyPage title={t('settled.empty')} hint={t('settled.emptyHint')} />
      ) : (
        <ul className="settled" aria-label={t('settled.title')}>
          {(settled.data ?? []).map((row) => (
            <li key={row.paperId} className="settled-row">
              <strong>{moment(row.receivedAt, now)}</strong>
              <span>{t(kindWord(row.kind))}</span>
              <span className="settled-total">
                {row.total === null ? t('review.noTotal') : won(row.total)}
              </span>
              <span className="settled-said">{t(saidWords[row.said])}</span>
              <Button
                label={`${moment(row.receivedAt, now)} ${t('settled.restore')}`}
                onPress={() => void restore(row.paperId)}
              >
                {t('settled.restore')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
