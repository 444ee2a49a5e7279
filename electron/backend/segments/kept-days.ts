import { addDays, type BusinessDate } from '#shared/dates.ts'

/** Every day of so many is kept, and of the months before them the last day, so many. */
const dailyDays = 31
const monthEnds = 12

/**
 * The business days of which membership is still to be kept, oldest first. What was missed is caught up day by day; of
 * long ago only the ends of months.
 * @param keptTo the last day that was kept; null before the first. @param firstDay of the first receipt.
 * @param until the last business day that is over.
 */
export const daysToKeep = (
  keptTo: BusinessDate | null,
  firstDay: BusinessDate | null,
  until: BusinessDate,
): BusinessDate[] => {
  if (keptTo !== null && keptTo >= until) return []
  const begun = firstDay === null || firstDay > until ? until : firstDay
  const from = keptTo === null ? begun : addDays(keptTo, 1)
  const days: BusinessDate[] = []
  for (let day = until; day >= from && days.length < dailyDays; day = addDays(day, -1)) days.push(day)
  let end = lastOfMonthBefore(days.at(-1) ?? until)
  for (let count = 0; count < monthEnds && end >= from; count += 1) {
    days.push(end)
    end = lastOfMonthBefore(end)
  }
  return days.reverse()
}

const lastOfMonthBefore = (date: BusinessDate): BusinessDate => addDays(`${date.slice(0, 7)}-01`, -1)
