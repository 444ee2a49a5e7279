/** What a column can be, for a list of customers and for a list of past sales. */
export const personFields = [
  'name',
  'phone',
  'birthday',
  'lunar',
  'gender',
  'address',
  'memo',
  'allergy',
  'caution',
  'tags',
  'foundBy',
  'card',
  'joinedOn',
  'points',
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
export type PersonField = (typeof personFields)[number]
export type SaleField = (typeof saleFields)[number]
export type Field = PersonField | SaleField
export type MoveKind = 'customers' | 'sales'

export const fieldsOf = (kind: MoveKind): readonly Field[] =>
  kind === 'customers' ? personFields : saleFields

/** Of these a list may have several columns; their texts are joined. */
export const mayRepeat: ReadonlySet<Field> = new Set<Field>(['memo', 'address', 'tags', 'allergy', 'caution'])
