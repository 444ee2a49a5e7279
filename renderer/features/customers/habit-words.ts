import { addDays, daysBetween } from '#shared/dates.ts'
import type { Words } from '../../app/words.ts'
import type { Person } from './queries.ts'

type Habits = Pick<Person['habits'], 'rhythm' | 'next' | 'weekday' | 'hour'>
type Due = {
  readonly name: string
  readonly everyDays: number
  readonly from: string
  readonly to: string
  readonly state: 'soon' | 'now' | 'late'
}

const monthDay = (date: string): string => `${Number(date.slice(5, 7))}/${Number(date.slice(8))}`
const whole = (days: number): number => Math.round(days)

/** What the receipts say of somebody's ways, a sentence each. */
export const habitSentences = ({ t }: Pick<Words, 't'>, habits: Habits, today: string): string[] => {
  const { rhythm, next, weekday, hour } = habits
  if (rhythm === null) return [t('habit.few')]
  const spread = whole(rhythm.low) !== whole(rhythm.high)
  const sentences = [
    spread
      ? t('habit.rhythmSpread', { n: whole(rhythm.days), low: whole(rhythm.low), high: whole(rhythm.high) })
      : t('habit.rhythm', { n: whole(rhythm.days) }),
  ]
  if (next !== null) {
    const late = daysBetween(next.to, today)
    if (late > 0) sentences.push(t('habit.nextPast', { n: late }))
    else if (next.from === next.to) sentences.push(t('habit.nextOne', { from: monthDay(next.from) }))
    else sentences.push(t('habit.next', { from: monthDay(next.from), to: monthDay(next.to) }))
  }
  const day = weekday === null ? null : dayName(t('time.dayNames'), weekday)
  if (day !== null && hour !== null) sentences.push(t('habit.weekdayHour', { day, hour }))
  else if (day !== null) sentences.push(t('habit.weekday', { day }))
  else if (hour !== null) sentences.push(t('habit.hour', { hour }))
  return sentences
}

const dayName = (names: string, weekday: number): string =>
  (names.includes(' ') ? names.split(' ') : Array.from(names))[weekday] ?? ''

/** `3달마다 염색 · 다음 주가 때예요`. */
export const dueSentence = ({ t }: Pick<Words, 't'>, due: Due, today: string): string => {
  const every = everyText(t, due.everyDays)
  const words = { every, what: due.name }
  if (due.state === 'late') return t('habit.due.late', words)
  if (due.state === 'now') return t('habit.due.now', words)
  const sunday = addDays(today, 7 - weekdayOf(today))
  if (due.from < sunday) return t('habit.due.thisWeek', words)
  if (due.from < addDays(sunday, 7)) return t('habit.due.nextWeek', words)
  return t('habit.due.later', { ...words, date: monthDay(due.from) })
}

/** Monday is 0: a week ends with its Sunday. */
const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7

const everyText = (t: Words['t'], days: number): string => {
  if (days >= 56) return t('habit.every.months', { n: Math.round(days / 30) })
  return days % 7 === 0 || days >= 21
    ? t('habit.every.weeks', { n: Math.round(days / 7) })
    : t('habit.every.days', { n: whole(days) })
}
