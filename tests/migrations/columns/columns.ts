type Base<V> = V extends number
  ? 'INTEGER' | 'REAL'
  : V extends string
    ? 'TEXT'
    : V extends Uint8Array
      ? 'BLOB'
      : never
type Column<V> = null extends V ? `${Base<NonNullable<V>>} NULL` : Base<V>

/** The columns of some tables as the file has to have them, held by the types against their interface. */
export type Columns<Tables> = {
  readonly [T in keyof Tables]-?: { readonly [C in keyof Tables[T]]-?: Column<Tables[T][C]> }
}
