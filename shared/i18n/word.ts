/** One entry of a word list. Languages that count differently for one and many give both. */
export type Word = string | { readonly one: string; readonly other: string }

/** The same keys as the Korean list, so that no language can forget one. */
export type Same<T> = { readonly [K in keyof T]: Word }
