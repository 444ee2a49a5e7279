import type { Words } from '../../app/words.ts'
import type { YearDay } from './queries.ts'

/** `음력 1980년 4월 8일`, with the leap month said. */
export const dayText = ({ t }: Pick<Words, 't'>, { calendar, year, month, day, leap }: YearDay): string => {
  const which = leap ? `${t('day.lunar')} ${t('day.leap')}` : t(`day.${calendar}`)
  return t('day.text', {
    calendar: which,
    year: year === null ? '' : t('day.yearText', { year }),
    month,
    day,
  })
}

/** When it is kept next, in our calendar. */
export const nextText = ({ t }: Pick<Words, 't'>, next: string | null, today: string): string => {
  if (next === null) return ''
  if (next === today) return t('day.today')
  const date = `${Number(next.slice(5, 7))}/${Number(next.slice(8))}`
  return next.slice(0, 4) === today.slice(0, 4) ? t('day.next', { date }) : t('day.nextLater', { date: next })
}
