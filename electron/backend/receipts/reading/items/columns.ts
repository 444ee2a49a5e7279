/** What a column of the item list holds. */
export type ColumnRole =
  | 'number'
  | 'name'
  | 'code'
  | 'list'
  | 'unit'
  | 'quantity'
  | 'discount'
  | 'tax'
  | 'amount'

export interface Column {
  readonly role: ColumnRole
  /** Half-width column after its word's last sign; figures are flush right with it, more or less. */
  readonly right: number
}

/** Figures only, in printed order. */
export const figureRoles: ReadonlySet<ColumnRole> = new Set([
  'list',
  'unit',
  'quantity',
  'discount',
  'tax',
  'amount',
])

export const isFigureRole = (role: ColumnRole): boolean => figureRoles.has(role)
