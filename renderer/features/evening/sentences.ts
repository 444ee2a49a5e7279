import type { CallOutput } from '#shared/contract/index.ts'
import type { WordParams, Words } from '../../app/words.ts'
import { growth } from '../pictures/compact.ts'
import { weekdayText } from '../pictures/point-text.ts'

export type Evening = CallOutput<'analytics.evening'>

/** A difference below this is none to speak of, percent. */
const aboutTheSame = 4

export const weekdayName = (date: string, t: Words['t']): string =>
  weekdayText(new Date(`${date}T00:00:00Z`).getUTCDay(), t)

/** The letter: who came, what was sold, who is missed. Three sentences, whatever the day was. */
export const letterOf = (evening: Evening, { t, won }: Words): [string, string, string] => [
  cameSentence(evening, t),
  soldSentence(evening, t, won),
  missedSentence(evening, t),
]

const cameSentence = ({ visits, newcomers }: Evening, t: Words['t']): string => {
  if (visits === 0) return t('evening.cameNobody')
  return newcomers === 0 ? t('evening.came', { n: visits }) : t('evening.cameNew', { n: visits, newcomers })
}

const soldSentence = (
  { sales, refunds, net, usual, usualByNow, date }: Evening,
  t: Words['t'],
  won: Words['won'],
): string => {
  if (sales === 0 && refunds === 0) return t('evening.closed')
  const measure = usualByNow ?? usual?.net ?? null
  const more = measure === null ? null : growth(net, measure)
  const kind = usualByNow === null ? 'sold' : 'byNow'
  const said: WordParams = { sum: won(net), weekday: weekdayName(date, t) }
  if (more === null) return t('evening.sold', said)
  if (Math.abs(more) < aboutTheSame) return t(`evening.${kind}Same`, said)
  return t(`evening.${kind}${more > 0 ? 'More' : 'Less'}`, { ...said, percent: Math.abs(more) })
}

const missedSentence = ({ missingCount, birthdays: [birthday] }: Evening, t: Words['t']): string => {
  if (birthday !== undefined)
    return missingCount === 0
      ? t('evening.birthdayOnly', { name: birthday.name })
      : t('evening.missedBirthday', { n: missingCount, name: birthday.name })
  return missingCount === 0 ? t('evening.missedNobody') : t('evening.missed', { n: missingCount })
}
