/** An item as one way of reading the list has it; the arithmetic has not spoken yet. */
export interface DraftItem {
  /** The printed pieces of its name. */
  readonly names: string[]
  unit: number | null
  quantity: number | null
  amount: number
  /** Columns that the name's last printed line took. */
  nameWidth: number
  /** Its figures stood on a line of their own. */
  stacked: boolean
  /** No amount was printed: a kitchen's list. */
  bare: boolean
  readonly options: DraftOption[]
  /** Discount of its own, in a column or on the line below: 0 or more. */
  discount: number
}

export interface DraftOption {
  name: string
  quantity: number | null
  amount: number | null
}

/** The whole list, read one way. */
export interface Listed {
  readonly items: readonly DraftItem[]
  /** Discounts printed among the items, 0 or more each. */
  readonly discounts: readonly number[]
  /** Figures that found no place. */
  readonly stray: number
  /** Rows where unit price times quantity is the amount, and rows where it is not. */
  readonly proven: number
  readonly disproven: number
  /** Names wrapped, and nothing says which way. */
  readonly doubtful: boolean
}
