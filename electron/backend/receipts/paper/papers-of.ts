import type { TextEncoding } from './encoding.ts'
import type { Paper } from './paper.ts'
import { createPaperMaker } from './paper-maker.ts'

/** The papers of a whole recording; the last one may end by `close`. Any bytes are accepted. */
export const papersOf = (bytes: Uint8Array, encoding: TextEncoding): Paper[] => {
  const maker = createPaperMaker({ encoding })
  return [...maker.push(bytes), ...maker.close()]
}
