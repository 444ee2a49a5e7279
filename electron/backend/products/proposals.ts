import { likeness, type NameParts, partsOf, propose } from './likeness.ts'
import { categories } from './words.ts'

export interface Named {
  readonly id: number
  readonly name: string
}

export interface Pair {
  readonly oneId: number
  readonly otherId: number
  readonly score: number
}

type Known = Named & { readonly parts: NameParts }

/** Names taken apart, once for all comparisons. */
export const takenApart = (products: readonly Named[]): Known[] =>
  products.map(({ id, name }) => ({ id, name, parts: partsOf(name) }))

/** What one of them may be the same as, of those behind it. @param apart says of which pairs somebody has said no. */
export const pairsFrom = (
  known: readonly Known[],
  index: number,
  apart: (one: number, other: number) => boolean,
): Pair[] => {
  const one = known[index]
  if (one === undefined) return []
  const pairs: Pair[] = []
  for (let at = index + 1; at < known.length; at += 1) {
    const other = known[at]
    if (other === undefined || !comparable(one.parts, other.parts)) continue
    const score = likeness(one.parts, other.parts)
    if (score >= propose && !apart(one.id, other.id)) pairs.push({ oneId: one.id, otherId: other.id, score })
  }
  return pairs
}

/** The surest first. */
export const bySureness = (pairs: readonly Pair[]): Pair[] =>
  [...pairs].sort((a, b) => b.score - a.score || a.oneId - b.oneId || a.otherId - b.otherId)

/** Cheap and nearly always no: most names differ too much in length. */
const comparable = (one: NameParts, other: NameParts): boolean =>
  Math.abs(one.core.length - other.core.length) <=
  Math.max(1, Math.max(one.core.length, other.core.length) * 0.3)

/** The category that a name speaks of; null where no word of it is known. */
export const categoryOf = (name: string): string | null => {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .trim()
  return categories.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}
