import type { Rule } from '#shared/contract/segment-rule.ts'
import { conditionOf, draftOfCondition } from './condition-draft.ts'
import { type Fields, firstFields, type Kind } from './fields.ts'

/** Conditions that hold together, as they are being chosen. Keys tell rows apart while they come and go. */
export interface GroupDraft {
  readonly join: 'all' | 'any'
  readonly items: readonly ItemDraft[]
}

export interface ItemDraft {
  readonly key: number
  /** Only those for whom it does not hold. */
  readonly not: boolean
  readonly one: GroupDraft | ConditionDraft
}

export interface ConditionDraft {
  readonly kind: Kind
  readonly fields: Fields
}

export const isGroup = (one: GroupDraft | ConditionDraft): one is GroupDraft => 'items' in one

/** The rule that has been put together; null while a condition is not finished. */
export const ruleOf = ({ join, items }: GroupDraft): Rule | null => {
  const parts: Rule[] = []
  for (const { one, not } of items) {
    const part = isGroup(one) ? ruleOf(one) : conditionOf(one.kind, one.fields)
    if (part === null) return null
    parts.push(not ? { not: part } : part)
  }
  // No condition at all is everybody, however it is joined.
  return join === 'any' && parts.length > 0 ? { any: parts } : { all: parts }
}

let lastKey = 0
const nextKey = (): number => {
  lastKey += 1
  return lastKey
}

/** Any rule taken apart, to be changed. */
export const draftOf = (rule: Rule): GroupDraft => {
  if ('all' in rule) return { join: 'all', items: rule.all.map(itemOf) }
  if ('any' in rule && rule.any.length > 0) return { join: 'any', items: rule.any.map(itemOf) }
  return { join: 'all', items: [itemOf(rule)] }
}

const itemOf = (rule: Rule): ItemDraft => {
  if ('not' in rule) return { ...itemOf(isPlain(rule.not) ? rule.not : { all: [rule.not] }), not: true }
  if ('all' in rule) return { key: nextKey(), not: false, one: draftOf(rule) }
  if ('any' in rule)
    return {
      key: nextKey(),
      not: rule.any.length === 0,
      one: rule.any.length === 0 ? { join: 'all', items: [] } : draftOf(rule),
    }
  return { key: nextKey(), not: false, one: draftOfCondition(rule) }
}

/** What an item says by itself, so that its own "not" is still free. */
const isPlain = (rule: Rule): boolean => !('not' in rule) && !('any' in rule && rule.any.length === 0)

export const newCondition = (): ItemDraft => ({
  key: nextKey(),
  not: false,
  one: { kind: 'visits', fields: firstFields },
})

export const newGroup = (): ItemDraft => ({
  key: nextKey(),
  not: false,
  one: { join: 'any', items: [newCondition()] },
})
