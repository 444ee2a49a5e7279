import { daysBetween } from '#shared/dates.ts'
import { formatNumber } from '#shared/won.ts'
import { useWords } from '../../app/words.ts'

interface Day {
  readonly date: string
  readonly members: number
}

const [width, height] = [560, 180]

/** A line over the days that were kept, with a table behind it for whoever cannot see it. */
export const SizeLine = ({ days }: { readonly days: readonly Day[] }) => {
  const { t } = useWords()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return null
  const span = Math.max(1, daysBetween(first.date, last.date))
  const top = Math.max(1, ...days.map(({ members }) => members))
  const points = days.map(
    ({ date, members }) =>
      `${((daysBetween(first.date, date) / span) * width).toFixed(1)},${(height - (members / top) * height).toFixed(1)}`,
  )
  return (
    <div className="size-line">
      <div className="size-scale" aria-hidden="true">
        <span>{formatNumber(top)}</span>
        <span>{formatNumber(0)}</span>
      </div>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <polygon points={`0,${height} ${points.join(' ')} ${width},${height}`} />
        <polyline points={points.join(' ')} />
      </svg>
      <div className="size-dates" aria-hidden="true">
        <span>{first.date}</span>
        <span>{last.date}</span>
      </div>
      <div className="hidden-text">
        <table>
          <caption>{t('segments.size.table')}</caption>
          <thead>
            <tr>
              <th>{t('segments.date')}</th>
              <th>{t('segments.count')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ date, members }) => (
              <tr key={date}>
                <td>{date}</td>
                <td>{t('segments.people', { n: formatNumber(members), count: members })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
