import { useMemo, useState } from 'react'
import type { PictureStep } from '#shared/contract/analytics.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { useDrawing } from './chart/drawing.ts'
import { counted, growth } from './compact.ts'
import { Picture } from './picture.tsx'
import { cutNote, pointText } from './point-text.ts'
import { besideOf } from './range/places.ts'
import type { RangeState } from './range/range-state.ts'
import { salesOption } from './sales-option.ts'
import { StepChoice, stepFor } from './step-choice.tsx'
import { useOpenReceipts } from './use-open-behind.ts'
import { usePicture } from './use-picture.ts'

type Point = CallOutput<'analytics.sales'>['points'][number]

const none: Point[] = []

const sumOf = (points: readonly Point[]): number => points.reduce((sum, point) => sum + point.net, 0)

/** Sales by day, week, month or year, with their average and the range they are compared with. */
export const SalesPicture = ({ state }: { readonly state: RangeState }) => {
  const drawing = useDrawing()
  const { words } = drawing
  const { t, won } = words
  const { range, compare } = state
  const [wanted, want] = useState<PictureStep | null>(null)
  const chosen = stepFor(range, wanted)
  const query = usePicture('analytics.sales', { range, compare, step: chosen })
  const { asked } = query
  const { step } = asked
  const openReceipts = useOpenReceipts()
  const points = query.data?.points ?? none
  const others = query.data?.compared ?? null
  const compared = useMemo(
    () => (others === null ? null : besideOf(points, others, asked)),
    [points, others, asked],
  )
  const option = useMemo(
    () => salesOption(points, compared, step, drawing),
    [points, compared, step, drawing],
  )
  const net = sumOf(points)
  const more = others === null ? null : growth(net, sumOf(others))
  const says =
    more === null
      ? t('pictures.sales.says', { sum: won(net) })
      : t(more >= 0 ? 'pictures.sales.more' : 'pictures.sales.less', {
          sum: won(net),
          percent: Math.abs(more),
        })
  const open = ({ from, to }: Point): void =>
    openReceipts(
      { range: { from, to } },
      t('pictures.receiptsOf', { what: pointText({ from, to }, step, words) }),
    )
  return (
    <Picture
      title={t('pictures.sales')}
      range={range}
      query={query}
      says={says}
      option={option}
      onPick={({ index }) => {
        const point = points[index]
        if (point !== undefined) open(point)
      }}
      controls={<StepChoice range={range} step={chosen} onChange={want} />}
      tall
      wide
      note={cutNote(points, step, words)}
      table={{
        head: [
          t('pictures.when'),
          t('pictures.net'),
          t('pictures.receiptsHead'),
          t('pictures.averageHead'),
          ...(compared === null ? [] : [t('pictures.before')]),
        ],
        rows: points.map((point, index) => ({
          key: point.from,
          cells: [
            pointText(point, step, words),
            won(point.net),
            t('pictures.count', counted(point.sales)),
            point.average === null ? '' : won(Math.round(point.average)),
            ...(compared === null ? [] : [compared[index] === undefined ? '' : won(compared[index].net)]),
          ],
          open: () => open(point),
        })),
      }}
    />
  )
}
