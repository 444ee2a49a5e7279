const isPlain = (value: object): value is Record<string, unknown> => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/**
 * The same with U+FFFD for each half of a surrogate pair that stands alone, as an emoji cut in two leaves it. SQLite keeps
 * UTF-8 and turns them into that by itself: two names that differ here would be one there.
 * @param value what a schema has let through: a tree of arrays and plain objects.
 */
export const wellFormed = <T>(value: T): T => {
  if (typeof value === 'string') return (value.isWellFormed() ? value : value.toWellFormed()) as T
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((inner) => wellFormed(inner)) as T
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wellFormed(inner)])) as T
}
