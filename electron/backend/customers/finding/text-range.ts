/** Half-open, in code point order: from ≤ text < before; `before` is null where there is no end. */
export interface TextRange {
  readonly from: string
  readonly before: string | null
}

/** All texts that begin with `head`. */
export const beginningWith = (head: string): TextRange => {
  const letters = Array.from(head)
  const last = letters.pop()?.codePointAt(0)
  // Nothing comes after the last code point: such a range is left open at its end.
  const before =
    last === undefined || last === 0x10ffff ? null : letters.join('') + String.fromCodePoint(last + 1)
  return { from: head, before }
}
