import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { ReviewRow } from './review-list.tsx'

/** Why the paper is here, and what can be done. */
export const ReviewWords = ({
  row,
  onDismiss,
  onTeach,
}: {
  readonly row: ReviewRow
  readonly onDismiss: () => void
  /** @param notSale papers like this one are to be left out, rather than read. */
  readonly onTeach: (notSale: boolean) => void
}) => {
  const { t, problem, won } = useWords()
  const sentences = [...new Set(row.problems.map(problem))]
  return (
    <aside className="review-words">
      <h2>{t('review.problems')}</h2>
      <ul className="review-problems">
        {sentences.length === 0 ? (
          <li>
            <Notice tone="warn">{t('review.noProblems')}</Notice>
          </li>
        ) : (
          sentences.map((sentence) => (
            <li key={sentence}>
              <Notice tone="warn">{sentence}</Notice>
            </li>
          ))
        )}
      </ul>
      <p className="review-total">
        {t('review.total')} <strong>{row.total === null ? t('review.noTotal') : won(row.total)}</strong>
      </p>
      <Button look="primary" size="large" onPress={() => onTeach(false)}>
        {t('teach.open')}
      </Button>
      <Button size="large" onPress={onDismiss}>
        {t('review.dismiss')}
      </Button>
      <Button look="quiet" onPress={() => onTeach(true)}>
        {t('teach.always')}
      </Button>
      <p className="review-later">{t('review.later')}</p>
    </aside>
  )
}
