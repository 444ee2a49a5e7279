import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { ReviewRow } from './review-list.tsx'

/** By pointing at it, by hand, or as something that is no sale. */
export type TeachHow = 'point' | 'by-hand' | 'not-sale'

/** Why the paper is here, and what can be done. */
export const ReviewWords = ({
  row,
  onDismiss,
  onTeach,
}: {
  readonly row: ReviewRow
  readonly onDismiss: () => void
  readonly onTeach: (how: TeachHow) => void
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
      <Button look="primary" size="large" onPress={() => onTeach('point')}>
        {t('teach.open')}
      </Button>
      <Button size="large" onPress={() => onTeach('by-hand')}>
        {t('hand.open')}
      </Button>
      <Button size="large" onPress={onDismiss}>
        {t('review.dismiss')}
      </Button>
      <Button look="quiet" onPress={() => onTeach('not-sale')}>
        {t('teach.always')}
      </Button>
      <p className="review-later">{t('review.later')}</p>
    </aside>
  )
}
