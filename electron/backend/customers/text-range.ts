/** Half-open, in code point order: from ≤ text < before; `before` is null where there is no end. */
export interface TextRange {
  readonly from: string
  readonly before: string | null
}

/** All texts that begin with `head`. */
export const beginningWith = (head: string): TextRange => {
  const letters = Array.from(head)
  const last = letters.pop()?.codePointAt(0)
  return {
    from: head,
    before: last === undefined ? null : letters.join('') + String.fromCodePoint(last + 1),
  }
}
