const most = 4000
/** What has been found so far, of every such function. */
const kept = new Set<{ clear(): void }>()

/**
 * Lines repeat from paper to paper (heads, labels, menus): what a pure function finds in a text is kept, a bounded
 * number of texts.
 */
export const remembering = <T>(find: (text: string) => T, longest = 120): ((text: string) => T) => {
  const known = new Map<string, T>()
  kept.add(known)
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T
    const found = find(text)
    if (text.length > longest) return found
    if (known.size >= most) known.clear()
    known.set(text, found)
    return found
  }
}

/** What stood on papers is not kept beyond the ledger that is open. */
export const forgetRemembered = (): void => {
  for (const known of kept) known.clear()
}

/** Where the functions below note what they have found; lines that print alike share one. */
export type Notes = unknown[]

let slots = 0

/**
 * The same for what is found in a line. Only for what depends on nothing but the line's text and words, not on its
 * place or size.
 */
export const remembered = <L extends { readonly notes: Notes }, T extends {} | null>(
  find: (line: L) => T,
): ((line: L) => T) => {
  const slot = slots++
  return (line) => {
    const before = line.notes[slot]
    if (before !== undefined) return before as T
    const found = find(line)
    line.notes[slot] = found
    return found
  }
}
