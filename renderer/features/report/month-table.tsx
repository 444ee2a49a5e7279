import type { CallOutput } from '#shared/contract/index.ts'
import { useWords } from '../../app/words.ts'
import { counted, percentText } from '../pictures/compact.ts'
import { isRunning } from './month.ts'

type Point = CallOutput<'analytics.guests'>['points'][number]

/** The last months line by line, the reported one last and bold. */
export const MonthTable = ({
  points,
  made,
}: {
  readonly points: readonly Point[]
  /** The day on which it is made: the month that runs says how far it goes. */
  readonly made: string
}) => {
  const { t, won } = useWords()
  return (
    <table className="report-table">
      <caption>{t('report.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('report.month')}</th>
          <th scope="col">{t('pictures.net')}</th>
          <th scope="col">{t('pictures.receiptsHead')}</th>
          <th scope="col">{t('report.perReceipt')}</th>
          <th scope="col">{t('report.visits')}</th>
          <th scope="col">{t('pictures.guests.new')}</th>
          <th scope="col">{t('report.share')}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point, place) => (
          <tr key={point.from} className={place === points.length - 1 ? 'current' : ''}>
            <th scope="row">
              {point.from.slice(0, 7)}
              {isRunning(point.from.slice(0, 7), made) ? (
                <small>
                  {t('report.upTo', { month: Number(made.slice(5, 7)), day: Number(made.slice(8)) })}
                </small>
              ) : null}
            </th>
            <td>{won(point.net)}</td>
            <td>{t('pictures.count', counted(point.sales))}</td>
            <td>{point.sales === 0 ? '' : won(Math.round(point.net / point.sales))}</td>
            <td>{t('pictures.visits', counted(point.visits))}</td>
            <td>{t('pictures.people', counted(point.newcomers))}</td>
            <td>{percentText(point.net <= 0 ? 0 : point.guestNet / point.net)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
