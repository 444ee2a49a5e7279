import { useMemo, useState } from 'react'
import { useDrawing } from './chart/drawing.ts'
import { counted, percentText, subject } from './compact.ts'
import { Picture } from './picture.tsx'
import type { RangeState } from './range/range-state.ts'
import { rangeText } from './range/range-text.ts'
import { growthText, itemName, type RankedItem, rankingOption } from './ranking-option.ts'
import { SmallChoice } from './small-choice.tsx'
import { useOpenReceipts } from './use-open-behind.ts'
import { usePicture } from './use-picture.ts'

const kinds = ['product', 'category'] as const

const none: RankedItem[] = []

/** What sells best, and whether it sells better than before. */
export const RankingPicture = ({ state }: { readonly state: RangeState }) => {
  const drawing = useDrawing()
  const { t, won, language } = drawing.words
  const { range, compare } = state
  const [by, rank] = useState<(typeof kinds)[number]>('product')
  const query = usePicture('analytics.ranking', { range, compare, by })
  const openReceipts = useOpenReceipts()
  const items = query.data?.items ?? none
  const all = query.data?.net ?? 0
  const option = useMemo(() => rankingOption(items, drawing), [items, drawing])
  const [best] = items
  const open = (item: RankedItem): void =>
    openReceipts(
      {
        range,
        ...(by === 'product' ? (item.id === null ? {} : { productId: item.id }) : { categoryId: item.id }),
      },
      t('pictures.receiptsOf', { what: `${itemName(item, t)}, ${rangeText(range)}` }),
    )
  return (
    <Picture
      title={t('pictures.ranking')}
      range={range}
      query={query}
      says={
        best === undefined
          ? ''
          : t('pictures.ranking.says', {
              name: subject(itemName(best, t), language),
              share: percentText(all === 0 ? 0 : best.net / all),
            })
      }
      option={option}
      tall
      onPick={({ index }) => {
        const item = items[index]
        if (item !== undefined) open(item)
      }}
      controls={
        <SmallChoice
          label={t('pictures.ranking.by')}
          value={by}
          options={kinds.map((value) => ({ value, text: t(`pictures.ranking.${value}`) }))}
          onChange={rank}
        />
      }
      note={t('pictures.ranking.note')}
      table={{
        head: [
          t('pictures.name'),
          t('pictures.net'),
          t('pictures.piecesHead'),
          t('pictures.share'),
          ...(compare === null ? [] : [t('pictures.before'), t('pictures.growth')]),
        ],
        rows: items.map((item) => ({
          key: String(item.id),
          cells: [
            itemName(item, t),
            won(item.net),
            t('pictures.pieces', counted(item.quantity)),
            percentText(all === 0 ? 0 : item.net / all),
            ...(compare === null ? [] : [won(item.before?.net ?? 0), growthText(item, t)]),
          ],
          open: () => open(item),
        })),
      }}
    />
  )
}
