import type { CallOutput } from '#shared/contract/index.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'

/** Which points end next, and what is owed: said only where there is something to say. */
export const PointsLine = ({ at }: { readonly at: CallOutput<'points.atCounter'> | undefined }) => {
  const { t, points, day } = useWords()
  const now = useNow()
  if (at === undefined || (at.nextEnd === null && at.claim === 0 && at.shared === 0)) return null
  return (
    <p className="points-line">
      {at.shared === 0 ? null : <span>{t('use.shared', { points: points(at.shared) })}</span>}
      {at.nextEnd === null ? null : (
        <span>{t('use.ends', { points: points(at.nextEnd.points), date: day(at.nextEnd.on, now) })}</span>
      )}
      {at.claim === 0 ? null : (
        <span className="points-line-claim">{t('use.claim', { points: points(at.claim) })}</span>
      )}
    </p>
  )
}
