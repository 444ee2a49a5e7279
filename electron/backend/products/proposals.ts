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

/** Products that may be one, the surest first. @param apart says of which pairs somebody has said no. */
export const pairsOf = (
  products: readonly Named[],
  apart: (one: number, other: number) => boolean,
): Pair[] => {
  const known = products.map((product) => ({ ...product, parts: partsOf(product.name) }))
  const pairs: Pair[] = []
  known.forEach((one, index) => {
    for (const other of known.slice(index + 1)) {
      if (!comparable(one.parts, other.parts)) continue
      const score = likeness(one.parts, other.parts)
      if (score >= propose && !apart(one.id, other.id))
        pairs.push({ oneId: one.id, otherId: other.id, score })
    }
  })
  return pairs.sort((a, b) => b.score - a.score || a.oneId - b.oneId || a.otherId - b.otherId)
}

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
