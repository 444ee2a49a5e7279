import { useMemo } from 'react'
import { useDrawing } from './chart/drawing.ts'
import { counted, subject } from './compact.ts'
import { monthsNote, wholeMonths } from './months.ts'
import { Picture } from './picture.tsx'
import {
  type ProductHour,
  type ProductHours,
  productHourAt,
  productHoursOption,
} from './product-hours-option.ts'
import type { RangeState } from './range/range-state.ts'
import { useOpenReceipts } from './use-open-behind.ts'
import { useCompared, usePicture } from './use-picture.ts'

const shownProducts = 12

const mostSold = (cells: readonly ProductHour[]): ProductHour | null =>
  cells.reduce<ProductHour | null>(
    (top, cell) => (top === null || cell.quantity > top.quantity ? cell : top),
    null,
  )

/** What sells at which time of day. */
export const ProductHoursPicture = ({ state }: { readonly state: RangeState }) => {
  const drawing = useDrawing()
  const { t, won, language } = drawing.words
  const { range, compare } = state
  const query = usePicture('analytics.productHours', { range, products: shownProducts })
  const before = useCompared('analytics.productHours', compare, (other) => ({
    range: other,
    products: shownProducts,
  }))
  const openReceipts = useOpenReceipts()
  const { data } = query
  const option = useMemo(() => productHoursOption(data, drawing), [data, drawing])
  const cells = data?.cells ?? []
  const nameOf = (id: number): string => data?.products.find((product) => product.id === id)?.name ?? ''
  const best = mostSold(cells)
  const earlier = mostSold(before?.cells ?? [])
  const productAt = (other: ProductHours | undefined, { product, hour }: ProductHour): string => {
    const name = other?.products.find(({ id }) => id === product)?.name ?? ''
    return `${name}, ${t('pictures.hour', { hour })}`
  }
  const open = ({ product, hour }: ProductHour): void => {
    if (data === undefined) return
    const months = wholeMonths(data.months)
    openReceipts(
      { range: months, productId: product, hour },
      t('pictures.receiptsOf', { what: `${nameOf(product)}, ${t('pictures.hour', { hour })}` }),
    )
  }
  return (
    <Picture
      title={t('pictures.productHours')}
      range={range}
      query={query}
      says={
        best === null
          ? ''
          : t('pictures.productHours.says', {
              hour: best.hour,
              name: subject(nameOf(best.product), language),
            })
      }
      before={earlier === null ? null : productAt(before, earlier)}
      option={option}
      tall
      onPick={({ data: picked }) => {
        const cell = productHourAt(picked, cells)
        if (cell !== undefined) open(cell)
      }}
      note={data === undefined ? null : `${t('pictures.productHours.note')} ${monthsNote(data.months, t)}`}
      table={{
        head: [t('pictures.name'), t('pictures.hourHead'), t('pictures.piecesHead'), t('pictures.net')],
        rows: cells.map((cell) => ({
          key: `${cell.product} ${cell.hour}`,
          cells: [
            nameOf(cell.product),
            t('pictures.hour', { hour: cell.hour }),
            t('pictures.pieces', counted(cell.quantity)),
            won(cell.net),
          ],
          open: () => open(cell),
        })),
      }}
    />
  )
}
