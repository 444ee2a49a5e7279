import type { DateRange } from '#shared/contract/analytics.ts'
import type { Words } from '../../app/words.ts'

interface Months {
  readonly from: string
  readonly to: string
}

/** From the first day of the first month to the last of the last. */
export const wholeMonths = ({ from, to }: Months): DateRange => ({ from: `${from}-01`, to: lastDay(to) })

const lastDay = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`
}

/** That whole months were read, whatever days were asked for. */
export const monthsNote = ({ from, to }: Months, t: Words['t']): string =>
  from === to ? t('pictures.wholeMonth', { month: from }) : t('pictures.wholeMonths', { from, to })
