import { useMemo } from 'react'
import { useDrawing } from './chart/drawing.ts'
import { type Cohort, cohortAt, cohortsOption, laterMonth, mostCohorts, retained } from './cohorts-option.ts'
import { counted, percentText } from './compact.ts'
import { Picture } from './picture.tsx'
import type { RangeState } from './range/range-state.ts'
import { useOpenPeople } from './use-open-behind.ts'
import { useCompared, usePicture } from './use-picture.ts'

const none: Cohort[] = []

/** Months of the table. */
const laterMonths = [1, 2, 3, 6, 12] as const

/** The part of newcomers who came again in the month after; null while there is no such month. */
const stayedOf = (cohorts: readonly Cohort[]): number | null => {
  const grown = cohorts.filter(({ guests }) => guests.length > 1)
  const began = grown.reduce((sum, { guests }) => sum + (guests[0] ?? 0), 0)
  return began === 0 ? null : grown.reduce((sum, { guests }) => sum + (guests[1] ?? 0), 0) / began
}

/** What became of those who first came in a month. */
export const CohortsPicture = ({ state }: { readonly state: RangeState }) => {
  const drawing = useDrawing()
  const { t } = drawing.words
  const { range, compare } = state
  const query = usePicture('analytics.cohorts', { range })
  const before = useCompared('analytics.cohorts', compare, (other) => ({ range: other }))
  const openPeople = useOpenPeople()
  const cohorts = query.data?.cohorts ?? none
  const option = useMemo(() => cohortsOption(cohorts, drawing), [cohorts, drawing])
  const stayed = stayedOf(cohorts)
  const earlier = before === undefined ? null : stayedOf(before.cohorts)
  const open = (cohort: Cohort, later: number): void => {
    const month = laterMonth(cohort.month, later)
    openPeople(
      { kind: 'cohort', first: `${cohort.month}-01`, in: `${month}-01` },
      t('pictures.behind.cohort', { first: cohort.month, month }),
    )
  }
  return (
    <Picture
      title={t('pictures.cohorts')}
      range={range}
      query={query}
      says={
        stayed === null
          ? t('pictures.cohorts.young')
          : t('pictures.cohorts.says', { share: percentText(stayed) })
      }
      before={earlier === null ? null : percentText(earlier)}
      option={option}
      tall
      wide
      onPick={({ data }) => {
        const found = cohortAt(data, cohorts)
        if (found !== null) open(found.cohort, found.later)
      }}
      note={
        cohorts.length > mostCohorts
          ? t('pictures.cohorts.noteMore', { n: mostCohorts })
          : t('pictures.cohorts.note')
      }
      table={{
        head: [
          t('pictures.cohorts.head'),
          t('pictures.peopleHead'),
          ...laterMonths.map((months) => t('pictures.cohorts.month', { months })),
        ],
        rows: cohorts.map((cohort) => ({
          key: cohort.month,
          cells: [
            cohort.month,
            t('pictures.people', counted(cohort.guests[0] ?? 0)),
            ...laterMonths.map((later) =>
              later < cohort.guests.length ? percentText(retained(cohort, later)) : '',
            ),
          ],
          opens: [0, ...laterMonths].map((later) =>
            (cohort.guests[later] ?? 0) > 0 ? () => open(cohort, later) : undefined,
          ),
        })),
      }}
    />
  )
}
