import { useMemo, useState } from 'react'
import type { PictureStep } from '#shared/contract/analytics.ts'
import { useDrawing } from './chart/drawing.ts'
import { counted, percentText } from './compact.ts'
import { type GuestPoint, membersOption } from './guests-option.ts'
import { Picture } from './picture.tsx'
import { cutNote, pointText } from './point-text.ts'
import { besideOf } from './range/places.ts'
import type { RangeState } from './range/range-state.ts'
import { StepChoice, stepFor } from './step-choice.tsx'
import { useOpenReceipts } from './use-open-behind.ts'
import { useCompared, usePicture } from './use-picture.ts'

const none: GuestPoint[] = []

/** The part of what was sold that customers bought. */
const knownShare = (points: readonly GuestPoint[]): number => {
  const all = points.reduce((sum, point) => sum + point.net, 0)
  return all <= 0 ? 0 : points.reduce((sum, point) => sum + point.guestNet, 0) / all
}

/** How much of what is sold goes to customers that the shop knows. */
export const MembersPicture = ({ state }: { readonly state: RangeState }) => {
  const drawing = useDrawing()
  const { words } = drawing
  const { t, won } = words
  const { range, compare } = state
  const [wanted, want] = useState<PictureStep | null>(null)
  const chosen = stepFor(range, wanted)
  const query = usePicture('analytics.guests', { range, step: chosen })
  const { step } = query.asked
  const before = useCompared('analytics.guests', compare, (other) => ({ range: other, step }))
  const openReceipts = useOpenReceipts()
  const points = query.data?.points ?? none
  const compared = before?.points ?? null
  const others = useMemo(
    () =>
      compared === null ? null : besideOf(points, compared, { range: query.asked.range, compare, step }),
    [points, compared, query.asked, compare, step],
  )
  const option = useMemo(() => membersOption(points, others, step, drawing), [points, others, step, drawing])
  const guestNetText = (point: GuestPoint | undefined): string =>
    point === undefined ? '' : won(point.guestNet)
  const share = knownShare(points)
  const nameless = points.reduce((sum, point) => sum + point.sales - point.guestSales, 0)
  const open = ({ from, to }: GuestPoint, guests: boolean): void =>
    openReceipts(
      { range: { from, to }, guests },
      t(guests ? 'pictures.receiptsOfKnown' : 'pictures.receiptsOfUnknown', {
        what: pointText({ from, to }, step, words),
      }),
    )
  return (
    <Picture
      title={t('pictures.members')}
      range={range}
      query={query}
      says={t('pictures.members.says', {
        share: percentText(share),
        ...counted(nameless),
      })}
      before={before === undefined ? null : percentText(knownShare(before.points))}
      option={option}
      onPick={({ index, series }) => {
        const point = points[index]
        if (point !== undefined) open(point, series === 0)
      }}
      note={cutNote(points, step, words)}
      controls={<StepChoice range={range} step={chosen} onChange={want} />}
      table={{
        head: [
          t('pictures.when'),
          t('pictures.members.known'),
          t('pictures.members.unknown'),
          t('pictures.share'),
          ...(others === null ? [] : [t('pictures.before')]),
        ],
        rows: points.map((point, place) => ({
          key: point.from,
          cells: [
            pointText(point, step, words),
            won(point.guestNet),
            won(point.net - point.guestNet),
            percentText(point.net <= 0 ? 0 : point.guestNet / point.net),
            ...(others === null ? [] : [guestNetText(others[place])]),
          ],
          opens: [
            point.guestSales > 0 ? () => open(point, true) : undefined,
            point.sales > point.guestSales ? () => open(point, false) : undefined,
          ],
        })),
      }}
    />
  )
}
