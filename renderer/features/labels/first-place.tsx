import { type LabelStock, perSheet, placeOf } from '#shared/labels/stock.ts'
import { useWords } from '../../app/words.ts'

/**
 * The places of the first sheet, to be pressed: the first label goes there. Those before it are used up. On the screen
 * alone.
 */
export const FirstPlaces = ({
  stock,
  first,
  onChoose,
}: {
  readonly stock: LabelStock
  readonly first: number
  readonly onChoose: (place: number) => void
}) => {
  const { t } = useWords()
  return (
    <g className="first-places">
      {Array.from({ length: perSheet(stock) }, (_, place) => {
        const { x, y } = placeOf(stock, place, 0)
        return (
          // The same can be said with the keys of the field beside it; a page of 65 stops would be none.
          <g key={place} onClick={() => onChoose(place)} className={place < first ? 'used' : ''}>
            <title>{t('labels.beginHere', { n: place + 1 })}</title>
            <rect x={x} y={y} width={stock.width} height={stock.height} rx={1.5} />
            {place < first ? (
              <text x={x + stock.width / 2} y={y + stock.height / 2 + 2.4} textAnchor="middle" fontSize={7}>
                {place + 1}
              </text>
            ) : null}
          </g>
        )
      })}
    </g>
  )
}
