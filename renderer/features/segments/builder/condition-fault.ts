import type { WordKey } from '#shared/i18n/index.ts'
import { conditionOf } from './condition-draft.ts'
import type { Fields, Kind } from './fields.ts'
import { periodFault } from './period-draft.ts'

/** What is said under a condition that cannot be counted yet. `todo` is still to be chosen, `wrong` was chosen amiss. */
export interface ConditionFault {
  readonly look: 'todo' | 'wrong'
  readonly words: WordKey
}

const todo = (words: WordKey): ConditionFault => ({ look: 'todo', words })
const wrong = (words: WordKey): ConditionFault => ({ look: 'wrong', words })

/** Why a condition is no condition yet, in words; null once it is one. */
export const conditionFault = (kind: Kind, fields: Fields): ConditionFault | null => {
  if (conditionOf(kind, fields) !== null) return null
  const chosen = chosenFault(kind, fields)
  if (chosen !== null) return chosen
  const period = periodFault(fields.period)
  if (period !== null) return wrong(period)
  if (kind === 'occasion') return wrong('segments.fault.days')
  return wrong(kind === 'time' ? 'segments.fault.times' : 'segments.fault.number')
}

/** What is picked from a list, or typed as letters. */
const chosenFault = (kind: Kind, fields: Fields): ConditionFault | null => {
  const { id, text } = fields
  const named =
    kind === 'product' ||
    kind === 'category' ||
    kind === 'member' ||
    kind === 'tag' ||
    kind === 'tier' ||
    kind === 'field'
  if (named && id === null) return todo('segments.fault.pick')
  const isText = kind === 'goodsName' || kind === 'text' || (kind === 'field' && fields.test === 'text')
  if (isText && text.trim() === '') return todo('segments.fault.letters')
  if (kind === 'field' && fields.test === 'choice') return todo('segments.fault.pick')
  // What happened on a day is never "so far"; those days are still to be chosen.
  const dated = kind === 'first' || kind === 'last' || kind === 'joined' || kind === 'field'
  if (dated && fields.period.choice === 'ever' && fields.test !== 'number')
    return todo('segments.fault.period')
  return kind === 'score' ? wrong('segments.fault.score') : null
}
