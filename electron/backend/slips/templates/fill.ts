import type { SlipCondition } from '#shared/contract/slip-templates.ts'
import { asksDays } from '#shared/slips/conditions.ts'
import { fieldOf, fieldPattern } from '#shared/slips/fields.ts'
import type { SlipValues } from './values.ts'

/**
 * A text with its fields filled in; null where one of them has nothing to say. What stands in braces and is no field
 * stays as it was written.
 */
export const fill = (text: string, { fields }: SlipValues): string | null => {
  let complete = true
  const filled = text.replace(fieldPattern, (written, label: string) => {
    const field = fieldOf(label)
    if (field === undefined) return written
    const value = fields[field] ?? ''
    if (value === '') complete = false
    return value
  })
  return complete ? filled : null
}

/** Whether a text names a field. */
export const namesField = (text: string): boolean =>
  [...text.matchAll(fieldPattern)].some(([, label]) => label !== undefined && fieldOf(label) !== undefined)

/** All of them hold; none at all hold as well. */
export const allHold = (conditions: readonly SlipCondition[], values: SlipValues): boolean =>
  conditions.every((condition) => holds(condition, values) !== condition.not)

const holds = ({ is, days }: SlipCondition, values: SlipValues): boolean => {
  if (!asksDays(is)) return values.facts[is] ?? false
  const left = values.days[is]
  return left !== undefined && left >= 0 && left <= (days ?? 0)
}

/** The same values as scanners read them: groups of digits are for people. */
export const forCodes = (values: SlipValues): SlipValues => ({
  ...values,
  fields: { ...values.fields, couponCode: (values.fields.couponCode ?? '').replaceAll(' ', '') },
})
