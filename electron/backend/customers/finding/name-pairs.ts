/**
 * Every two neighbouring letters of a text as numbers, as migration 94 keeps those of all names: a text with a pair that
 * is not among them stands in no name.
 */
export const pairsOf = (text: string): number[] => {
  // As the ledger keeps it: half of a surrogate pair cannot be written there.
  const letters = Array.from(text.toWellFormed())
  return letters.slice(1).map((letter, index) => pair(letters[index] ?? '', letter))
}

const pair = (one: string, other: string): number =>
  ((one.codePointAt(0) ?? 0) * 8191 + (other.codePointAt(0) ?? 0)) % 1048573
