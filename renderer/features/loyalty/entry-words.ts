import type { CallOutput } from '#shared/contract/index.ts'
import type { WordKey } from '#shared/i18n/index.ts'
import type { Words } from '../../app/words.ts'

type Entry = CallOutput<'points.history'>['entries'][number]

const kinds: Readonly<Record<string, WordKey>> = {
  earn: 'entry.earn',
  'take-back': 'entry.take-back',
  correction: 'entry.correction',
  spend: 'entry.spend',
  'give-back': 'entry.give-back',
  bonus: 'entry.bonus',
  opening: 'entry.opening',
  expire: 'entry.expire',
  move: 'entry.move',
  leave: 'entry.leave',
}
const bonuses: Readonly<Record<string, WordKey>> = {
  'first-visit': 'bonus.first-visit',
  birthday: 'bonus.birthday',
  survey: 'bonus.survey',
  review: 'bonus.review',
}

/** Why an entry stands there: what, with which receipt, for what reason. */
export const entryText = ({ t, won }: Words, entry: Entry): string => {
  const bonus = entry.detail.startsWith('friend:') ? 'bonus.friend' : bonuses[entry.detail]
  const parts = [
    t(kinds[entry.kind] ?? 'entry.correction'),
    entry.kind === 'bonus' && bonus !== undefined ? t(bonus) : '',
    entry.total === null ? '' : t('entry.receipt', { won: won(entry.total) }),
    entry.reason ?? '',
    entry.claim ? t('entry.claim') : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}
