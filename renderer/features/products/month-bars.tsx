import { formatNumber } from '#shared/won.ts'
import { useWords } from '../../app/words.ts'

const height = 72
const step = 24

/** Pieces month by month: bars for the eye, a table for whoever hears the page. */
export const MonthBars = ({
  months,
}: {
  readonly months: readonly { readonly month: string; readonly quantity: number }[]
}) => {
  const { t } = useWords()
  const most = Math.max(1, ...months.map(({ quantity }) => quantity))
  return (
    <div className="product-months">
      <svg viewBox={`0 -14 ${months.length * step} ${height + 34}`} aria-hidden="true">
        {months.map(({ month, quantity }, index) => {
          const tall = (Math.max(0, quantity) / most) * height
          return (
            <g key={month}>
              <rect
                x={index * step + 3}
                y={height - tall}
                width={step - 6}
                height={Math.max(1, tall)}
                rx={2}
              />
              {quantity <= 0 ? null : (
                <text x={index * step + step / 2} y={height - tall - 4} textAnchor="middle">
                  {formatNumber(quantity)}
                </text>
              )}
              <text x={index * step + step / 2} y={height + 15} textAnchor="middle">
                {Number(month.slice(5))}
              </text>
            </g>
          )
        })}
      </svg>
      <table className="hidden-text">
        <caption>{t('product.months')}</caption>
        <tbody>
          {months.map(({ month, quantity }) => (
            <tr key={month}>
              <th scope="row">{month}</th>
              <td>{t('product.pieces', { n: formatNumber(quantity) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
