import type { CallOutput } from '#shared/contract/index.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { kindWord } from './kind-word.ts'

export type ReviewRow = CallOutput<'review.list'>[number]

/** What waits, newest first. */
export const ReviewList = ({
  rows,
  currentId,
  onChoose,
}: {
  readonly rows: readonly ReviewRow[]
  readonly currentId: number
  readonly onChoose: (paperId: number) => void
}) => {
  const { t, moment, won } = useWords()
  const now = useNow()
  return (
    <ul className="review-list" aria-label={t('review.list')}>
      {rows.map((row) => (
        <li key={row.paperId}>
          <button
            type="button"
            className={row.paperId === currentId ? 'review-row current' : 'review-row'}
            aria-pressed={row.paperId === currentId}
            onClick={() => onChoose(row.paperId)}
          >
            <strong>{moment(row.receivedAt, now)}</strong>
            <span>{t(kindWord(row.kind))}</span>
            <span>{row.total === null ? t('review.noTotal') : won(row.total)}</span>
            <small>{row.sourceName}</small>
          </button>
        </li>
      ))}
    </ul>
  )
}
