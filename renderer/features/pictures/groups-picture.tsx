import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { daysBetween } from '#shared/dates.ts'
import { groupName } from '#shared/segments/group-sentence.ts'
import { api } from '../../api/api.ts'
import { useDrawing } from './chart/drawing.ts'
import { counted } from './compact.ts'
import {
  flowOption,
  groupsOption,
  keptDays,
  type StageHistory,
  type Stream,
  sizeOn,
} from './groups-option.ts'
import { Picture } from './picture.tsx'
import type { RangeState } from './range/range-state.ts'
import { useOpenThen } from './use-open-behind.ts'
import { usePicture } from './use-picture.ts'

type Segment = CallOutput<'segments.list'>['segments'][number]

const none: Segment[] = []
const longest = 3700

/** The stages of a customer's life, as the groups have them. */
const useStages = () => {
  const list = usePicture('segments.list', {})
  const segments = list.data?.segments ?? none
  return {
    list,
    asOf: list.data?.asOf ?? null,
    stages: useMemo(() => segments.filter(({ kind }) => kind === 'stage'), [segments]),
  }
}

/** How large each group was, and what became of whom. */
export const GroupsPicture = ({ state }: { readonly state: RangeState }) => {
  const drawing = useDrawing()
  const { t } = drawing.words
  const { range, compare } = state
  const openThen = useOpenThen()
  const { list, asOf, stages } = useStages()
  const first = compare !== null && compare.from < range.from ? compare.from : range.from
  const back = asOf === null ? 1 : Math.min(longest, Math.max(1, daysBetween(first, asOf) + 32))
  const histories = useQueries({
    queries: stages.map(({ id }) => ({
      queryKey: ['segments.history', { id, days: back }],
      queryFn: () => api.call('segments.history', { id, days: back }),
      staleTime: 30_000,
    })),
    combine: (results) => ({
      days: results.map(({ data }) => data?.days ?? []),
      isPending: results.some(({ isPending }) => isPending),
      isFetching: results.some(({ isFetching }) => isFetching),
      error: results.find(({ error }) => error !== null)?.error ?? null,
    }),
  })
  const named = useMemo(
    (): StageHistory[] =>
      stages.map(({ id, name }, place) => ({
        id,
        name: groupName(id, name, t),
        days: histories.days[place] ?? [],
      })),
    [stages, histories.days, t],
  )
  const dates = useMemo(() => keptDays(named, range.from, range.to), [named, range])
  const option = useMemo(() => groupsOption(named, dates, drawing), [named, dates, drawing])
  const last = dates.at(-1)
  const largest =
    last === undefined ? undefined : [...named].sort((a, b) => sizeOn(b, last) - sizeOn(a, last))[0]
  const earlier = compare === null ? undefined : keptDays(named, compare.from, compare.to).at(-1)
  const open = (stage: StageHistory | undefined, date: string | undefined): void => {
    if (stage === undefined || date === undefined) return
    openThen(
      { id: stage.id, from: date, to: date, into: 'all' },
      t('pictures.behind.stage', { date, name: stage.name }),
    )
  }
  return (
    <Picture
      title={t('pictures.groups')}
      range={range}
      query={{
        data: histories.isPending ? undefined : histories.days,
        isFetching: list.isFetching || histories.isFetching,
        error: list.error ?? histories.error,
      }}
      says={
        largest === undefined || last === undefined
          ? ''
          : t('pictures.groups.says', { name: largest.name, ...counted(sizeOn(largest, last)) })
      }
      before={
        largest === undefined || earlier === undefined
          ? null
          : `${largest.name} ${t('pictures.people', counted(sizeOn(largest, earlier)))}`
      }
      option={option}
      tall
      wide
      onPick={({ series, index }) => open(named[series], dates[index])}
      empty={t('pictures.groups.empty')}
      note={option === null ? null : t('pictures.groups.note')}
      table={{
        head: [t('pictures.when'), ...named.map(({ name }) => name)],
        rows: dates.map((date) => ({
          key: date,
          cells: [date, ...named.map((stage) => t('pictures.people', counted(sizeOn(stage, date))))],
          opens: named.map((stage) => (sizeOn(stage, date) > 0 ? () => open(stage, date) : undefined)),
        })),
      }}
    />
  )
}

/** From what people were on the first day of the range to what they are now. */
export const FlowPicture = ({ state }: { readonly state: RangeState }) => {
  const drawing = useDrawing()
  const { t } = drawing.words
  const { from } = state.range
  const openThen = useOpenThen()
  const { list, stages } = useStages()
  const flows = useQueries({
    queries: stages.map(({ id }) => ({
      queryKey: ['segments.flow', { id, from, to: from }],
      queryFn: () => api.call('segments.flow', { id, from, to: from }),
      staleTime: 30_000,
    })),
    combine: (results) => ({
      data: results.map(({ data }) => data?.now ?? []),
      isPending: results.some(({ isPending }) => isPending),
      isFetching: results.some(({ isFetching }) => isFetching),
      error: results.find(({ error }) => error !== null)?.error ?? null,
    }),
  })
  const streams = useMemo(
    (): Stream[] =>
      stages.flatMap(({ id }, place) =>
        (flows.data[place] ?? [])
          .filter(({ count, segmentId }) => count > 0 && stages.some((stage) => stage.id === segmentId))
          .map(({ segmentId, count }) => ({ from: id, to: segmentId, people: count })),
      ),
    [stages, flows.data],
  )
  const option = useMemo(() => {
    const nameOf = (id: number): string =>
      groupName(id, stages.find((stage) => stage.id === id)?.name ?? null, t)
    return flowOption(streams, nameOf, drawing)
  }, [streams, stages, drawing, t])
  const nameOf = (id: number): string => groupName(id, stages.find((one) => one.id === id)?.name ?? null, t)
  const all = streams.reduce((sum, { people }) => sum + people, 0)
  const moved = streams
    .filter((stream) => stream.from !== stream.to)
    .reduce((sum, { people }) => sum + people, 0)
  const open = (stream: Stream): void =>
    openThen(
      { id: stream.from, from, to: from, into: stream.to },
      t('pictures.behind.stream', { date: from, was: nameOf(stream.from), is: nameOf(stream.to) }),
    )
  return (
    <Picture
      title={t('pictures.flow')}
      range={state.range}
      query={{
        data: flows.isPending ? undefined : flows.data,
        isFetching: list.isFetching || flows.isFetching,
        error: list.error ?? flows.error,
      }}
      says={t('pictures.flow.says', { all: counted(all).n, moved: counted(moved).n })}
      option={option}
      tall
      wide
      onPick={({ index, kind }) => {
        const stream = streams[index]
        if (kind === 'edge' && stream !== undefined) open(stream)
      }}
      empty={t('pictures.groups.empty')}
      note={option === null ? null : t('pictures.flow.note', { date: from })}
      table={{
        head: [t('pictures.flow.from'), t('pictures.flow.to'), t('pictures.peopleHead')],
        rows: streams.map((stream) => ({
          key: `${stream.from} ${stream.to}`,
          cells: [nameOf(stream.from), nameOf(stream.to), t('pictures.people', counted(stream.people))],
          open: () => open(stream),
        })),
      }}
    />
  )
}
