import type { CallOutput } from '#shared/contract/index.ts'
import { useWords } from '../../app/words.ts'
import { counted, percentText } from '../pictures/compact.ts'

type Point = CallOutput<'analytics.guests'>['points'][number]

/** The last months line by line, the reported one last and bold. */
export const MonthTable = ({ points }: { readonly points: readonly Point[] }) => {
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
            <th scope="row">{point.from.slice(0, 7)}</th>
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
