/** What a column of a list can be, for customers and for past sales; a list's editor offers them in this order. */
export const personFields = [
  'name',
  'phone',
  'phone2',
  'points',
  'birthday',
  'lunar',
  'anniversary',
  'gender',
  'address',
  'memo',
  'allergy',
  'caution',
  'tags',
  'foundBy',
  'card',
  'joinedOn',
  'marketing',
] as const
export const saleFields = [
  'date',
  'time',
  'number',
  'approval',
  'item',
  'quantity',
  'unitPrice',
  'amount',
  'total',
  'discount',
  'method',
  'status',
  'phone',
  'name',
] as const
export const moveKinds = ['customers', 'sales'] as const
export type MoveKind = (typeof moveKinds)[number]
export type PersonField = (typeof personFields)[number]
export type SaleField = (typeof saleFields)[number]
/** A field of the shop's own, by its id. */
export type OwnField = `own:${number}`
export type Field = PersonField | SaleField | OwnField

export const isOwnField = (field: string): field is OwnField => /^own:[1-9]\d{0,15}$/.test(field)
/** @returns the id of a field of the shop's own; null for every other. */
export const ownFieldId = (field: Field): number | null => (isOwnField(field) ? Number(field.slice(4)) : null)

export const fieldsOf = (kind: MoveKind): readonly (PersonField | SaleField)[] =>
  kind === 'customers' ? personFields : saleFields

/** Of these a list may have several columns; their texts are joined, days and numbers kept beside each other. */
export const mayRepeat: ReadonlySet<Field> = new Set<Field>([
  'memo',
  'address',
  'tags',
  'allergy',
  'caution',
  'phone2',
  'anniversary',
])

/**
 * What is wrong with a row. `refused`: it is not brought in and comes back in a file. `noted`: it is brought in, and
 * this is said of it.
 */
export const refusals = [
  'nobody',
  'phone-wrong',
  'phone-masked',
  'name-long',
  'twin',
  'points-wrong',
  'points-negative',
  'date-missing',
  'date-wrong',
  'date-ahead',
  'amount-wrong',
  'amount-missing',
  'formula',
  'group-refused',
  'cancelled',
  'failed',
] as const
export const remarks = [
  'known',
  'phone-mended',
  'phone-missing',
  'phone-also-wrong',
  'name-made-up',
  'birthday-wrong',
  'anniversary-wrong',
  'own-wrong',
  'joined-wrong',
  'points-again',
  'card-taken',
  'person-unknown',
  'person-many',
  'sum-differs',
  'quantity-wrong',
  'receipt-known',
  'text-cut',
] as const
export type Refusal = (typeof refusals)[number]
export type Remark = (typeof remarks)[number]
export type RowProblem = Refusal | Remark

const refusing: ReadonlySet<string> = new Set(refusals)
export const refuses = (problem: RowProblem): problem is Refusal => refusing.has(problem)
