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
    return value + end
  })
  return complete ? withParticles(filled) : null
}

/** Marks where a field ended, so that only what follows a field is taken for a particle. */
const end = '\ue000'

const particles: readonly (readonly [written: string, afterConsonant: string, afterVowel: string])[] = [
  ['을(를)', '을', '를'],
  ['이(가)', '이', '가'],
  ['은(는)', '은', '는'],
  ['과(와)', '과', '와'],
  ['(으)로', '으로', '로'],
]

/** `아메리카노을(를)` as people say it: `아메리카노를`. What does not end in Hangul keeps both. */
const withParticles = (text: string): string =>
  particles
    .reduce(
      (said, [written, afterConsonant, afterVowel]) =>
        said.replaceAll(
          new RegExp(`([가-힣])${end}${written.replace(/[()]/g, '\\$&')}`, 'g'),
          (_, last: string) => {
            const final = ((last.codePointAt(0) ?? 0) - 0xac00) % 28
            // 로 follows ㄹ as it follows a vowel.
            const vowel = final === 0 || (written === '(으)로' && final === 8)
            return last + (vowel ? afterVowel : afterConsonant)
          },
        ),
      text,
    )
    .replaceAll(end, '')

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
