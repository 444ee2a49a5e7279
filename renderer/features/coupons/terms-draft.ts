import type { CallInput } from '#shared/contract/index.ts'
import type { CouponTerms } from './coupon-words.ts'

type TermsInput = CallInput<'coupons.saveKind'>['terms']

/** A coupon as it is being written: texts as they stand in the fields. */
export interface TermsDraft {
  readonly name: string
  readonly benefit: CouponTerms['benefit']
  readonly value: string
  readonly most: string
  readonly words: string
  readonly occasion: CouponTerms['occasion']
  readonly tierId: number | null
  readonly daysBefore: string
  readonly absentDays: string
  readonly validDays: string
  readonly leastSpend: string
  readonly weekdays: number
  readonly fromMinute: number
  readonly toMinute: number
  readonly validFrom: string
  readonly validTo: string
  readonly perPerson: string
  readonly inAll: string
  readonly personal: boolean
  /** Products and categories that the form does not show stay as they are. */
  readonly others: CouponTerms['targets']
}

export const emptyDraft: TermsDraft = {
  name: '',
  benefit: 'item',
  value: '',
  most: '',
  words: '',
  occasion: 'hand',
  tierId: null,
  daysBefore: '7',
  absentDays: '90',
  validDays: '30',
  leastSpend: '',
  weekdays: 127,
  fromMinute: 0,
  toMinute: 0,
  validFrom: '',
  validTo: '',
  perPerson: '',
  inAll: '',
  personal: true,
  others: [],
}

const text = (value: number | null): string => (value === null ? '' : String(value))
const none = (value: number): string => (value === 0 ? '' : String(value))

export const draftOf = (terms: CouponTerms): TermsDraft => ({
  name: terms.name,
  benefit: terms.benefit,
  value: none(terms.value),
  most: text(terms.most),
  words: terms.targets.flatMap((target) => target.word ?? []).join(', '),
  occasion: terms.occasion,
  tierId: terms.tierId,
  daysBefore: text(terms.daysBefore),
  absentDays: text(terms.absentDays ?? 90),
  validDays: text(terms.validDays),
  leastSpend: none(terms.leastSpend),
  weekdays: terms.weekdays,
  fromMinute: terms.fromMinute,
  toMinute: terms.toMinute,
  validFrom: terms.validFrom ?? '',
  validTo: terms.validTo ?? '',
  perPerson: text(terms.perPerson),
  inAll: text(terms.inAll),
  personal: terms.personal,
  others: terms.targets.filter((target) => target.word === null),
})

/** Digits of a field; null for an empty one. */
const numberIn = (field: string): number | null => {
  const digits = field.replace(/\D/g, '')
  return digits === '' ? null : Number(digits)
}

export const wordsIn = (field: string): string[] =>
  field
    .split(/[,，\n]/)
    .map((word) => word.trim().slice(0, 40))
    .filter((word) => word !== '')

export type DraftFault = 'name' | 'value' | 'percent' | 'absentDays' | 'weekdays' | 'validTo'

/** What is wrong with a draft; empty when it can be saved. */
export const faultsOf = (draft: TermsDraft): DraftFault[] => {
  const value = numberIn(draft.value)
  const ends = draft.validFrom !== '' && draft.validTo !== '' && draft.validTo < draft.validFrom
  return [
    ...(draft.name.trim() === '' ? (['name'] as const) : []),
    ...(draft.benefit === 'amount' && (value ?? 0) < 1 ? (['value'] as const) : []),
    ...(draft.benefit === 'percent' && ((value ?? 0) < 1 || (value ?? 0) > 100)
      ? (['percent'] as const)
      : []),
    ...(draft.occasion === 'come-back' && (numberIn(draft.absentDays) ?? 0) < 1
      ? (['absentDays'] as const)
      : []),
    ...(draft.weekdays === 0 ? (['weekdays'] as const) : []),
    ...(ends ? (['validTo'] as const) : []),
  ]
}

const atLeastOne = (value: number | null): number | null => (value === null || value < 1 ? null : value)

/** What to save of a draft without faults. */
export const termsOf = (draft: TermsDraft): TermsInput => ({
  name: draft.name.trim(),
  benefit: draft.benefit,
  value: numberIn(draft.value) ?? 0,
  most: draft.benefit === 'percent' ? atLeastOne(numberIn(draft.most)) : null,
  leastSpend: numberIn(draft.leastSpend) ?? 0,
  weekdays: draft.weekdays,
  fromMinute: draft.fromMinute,
  toMinute: draft.toMinute,
  validFrom: draft.validFrom === '' ? null : draft.validFrom,
  validTo: draft.validTo === '' ? null : draft.validTo,
  validDays: atLeastOne(numberIn(draft.validDays)),
  perPerson: atLeastOne(numberIn(draft.perPerson)),
  inAll: atLeastOne(numberIn(draft.inAll)),
  personal: draft.personal,
  occasion: draft.occasion,
  tierId: draft.occasion === 'tier' ? draft.tierId : null,
  daysBefore: ['birthday', 'anniversary'].includes(draft.occasion)
    ? Math.min(60, numberIn(draft.daysBefore) ?? 0)
    : 0,
  absentDays: draft.occasion === 'come-back' ? numberIn(draft.absentDays) : null,
  targets: [
    ...wordsIn(draft.words).map((word) => ({ productId: null, categoryId: null, word })),
    ...draft.others,
  ],
})
