import type { CallOutput } from '#shared/contract/index.ts'

type Look = CallOutput<'moving.look'>
export type MoveField = NonNullable<Look['columns'][number]>
export type MoveKind = Look['kind']

const people: readonly MoveField[] = [
  'name',
  'phone',
  'points',
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
  'marketing',
]
const sales: readonly MoveField[] = [
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
]
const repeatable: ReadonlySet<MoveField> = new Set<MoveField>([
  'memo',
  'address',
  'tags',
  'allergy',
  'caution',
])

export const fieldsFor = (kind: MoveKind): readonly MoveField[] => (kind === 'customers' ? people : sales)

/** A field goes from one column to another; only some may stand for several. */
export const withField = (
  columns: readonly (MoveField | null)[],
  at: number,
  field: MoveField | null,
): (MoveField | null)[] =>
  columns.map((known, index) => {
    if (index === at) return field
    return known === field && field !== null && !repeatable.has(field) ? null : known
  })

/** What is missing before a dry run makes sense; null when nothing is. */
export const missingIn = (
  kind: MoveKind,
  columns: readonly (MoveField | null)[],
): 'moving.needPhone' | 'moving.needSale' | null => {
  const has = (...fields: MoveField[]): boolean =>
    columns.some((field) => field !== null && fields.includes(field))
  if (kind === 'customers') return has('phone', 'name') ? null : 'moving.needPhone'
  return has('date') && has('total', 'amount', 'unitPrice') ? null : 'moving.needSale'
}
