import { useMemo, useState } from 'react'
import type { PictureStep } from '#shared/contract/analytics.ts'
import { useDrawing } from './chart/drawing.ts'
import { counted } from './compact.ts'
import { type GuestPoint, newcomersOption } from './guests-option.ts'
import { Picture } from './picture.tsx'
import { cutNote, pointText } from './point-text.ts'
import { besideOf } from './range/places.ts'
import type { RangeState } from './range/range-state.ts'
import { StepChoice, stepFor } from './step-choice.tsx'
import { useOpenPeople } from './use-open-behind.ts'
import { useCompared, usePicture } from './use-picture.ts'

const none: GuestPoint[] = []

const visitsOf = (
  points: readonly GuestPoint[],
): { readonly visits: number; readonly newcomers: number } => ({
  visits: points.reduce((sum, point) => sum + point.visits, 0),
  newcomers: points.reduce((sum, point) => sum + point.newcomers, 0),
})

/** Who was new, and who came again. */
export const GuestsPicture = ({ state }: { readonly state: RangeState }) => {
  const drawing = useDrawing()
  const { words } = drawing
  const { t } = words
  const { range, compare } = state
  const [wanted, want] = useState<PictureStep | null>(null)
  const chosen = stepFor(range, wanted)
  const query = usePicture('analytics.guests', { range, step: chosen })
  const { step } = query.asked
  const before = useCompared('analytics.guests', compare, (other) => ({ range: other, step }))
  const openPeople = useOpenPeople()
  const points = query.data?.points ?? none
  const compared = before?.points ?? null
  const others = useMemo(
    () =>
      compared === null ? null : besideOf(points, compared, { range: query.asked.range, compare, step }),
    [points, compared, query.asked, compare, step],
  )
  const option = useMemo(
    () => newcomersOption(points, others, step, drawing),
    [points, others, step, drawing],
  )
  const { visits, newcomers } = visitsOf(points)
  const earlier = before === undefined ? null : visitsOf(before.points)
  const visitsText = (point: GuestPoint | undefined): string =>
    point === undefined ? '' : t('pictures.visits', counted(point.visits))
  const open = ({ from, to }: GuestPoint, kind: 'newcomers' | 'returning'): void =>
    openPeople(
      { kind, range: { from, to } },
      t(`pictures.behind.${kind}`, { what: pointText({ from, to }, step, words) }),
    )
  return (
    <Picture
      title={t('pictures.guests')}
      range={range}
      query={query}
      says={t('pictures.guests.says', { newcomers: counted(newcomers).n, visits: counted(visits).n })}
      before={
        earlier === null
          ? null
          : t('pictures.guests.before', {
              visits: counted(earlier.visits).n,
              newcomers: counted(earlier.newcomers).n,
            })
      }
      option={option}
      onPick={({ index, series }) => {
        const point = points[index]
        if (point !== undefined) open(point, series === 0 ? 'returning' : 'newcomers')
      }}
      note={cutNote(points, step, words)}
      controls={<StepChoice range={range} step={chosen} onChange={want} />}
      table={{
        head: [
          t('pictures.when'),
          t('pictures.guests.returning'),
          t('pictures.guests.new'),
          ...(before === undefined ? [] : [t('pictures.before')]),
        ],
        rows: points.map((point, place) => ({
          key: point.from,
          cells: [
            pointText(point, step, words),
            t('pictures.visits', counted(point.visits - point.newcomers)),
            t('pictures.people', counted(point.newcomers)),
            ...(before === undefined ? [] : [visitsText(others?.[place])]),
          ],
          opens: [
            point.visits > point.newcomers ? () => open(point, 'returning') : undefined,
            point.newcomers > 0 ? () => open(point, 'newcomers') : undefined,
          ],
        })),
      }}
    />
  )
}
