import { addDays, type BusinessDate } from '#shared/dates.ts'

export const seasons = ['spring', 'summer', 'autumn', 'winter'] as const
export type Season = (typeof seasons)[number]

const firstMonths: Readonly<Record<Season, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 }

const first = (year: number, of: number): BusinessDate =>
  `${year + Math.floor((of - 1) / 12)}-${String(((of - 1) % 12) + 1).padStart(2, '0')}-01`

/** The latest season of that name that is over: "지난봄" said in May is last year's. */
export const lastSeason = (
  season: Season,
  today: BusinessDate,
): { readonly from: BusinessDate; readonly to: BusinessDate } => {
  const month = firstMonths[season]
  const daysOf = (year: number) => ({ from: first(year, month), to: addDays(first(year, month + 3), -1) })
  const year = Number(today.slice(0, 4))
  return [daysOf(year), daysOf(year - 1)].find(({ to }) => to < today) ?? daysOf(year - 2)
}
