import { byteAt } from '../escpos/step.ts'
import type { Token } from '../escpos/token.ts'
import { createTokenizer } from '../escpos/tokenizer.ts'
import { composePaper } from './compose.ts'
import { type Destination, destinationAfter } from './display.ts'
import { isCut, isDrawerPulse, linesFed, prints } from './effects.ts'
import type { TextEncoding } from './encoding.ts'
import type { Paper } from './paper.ts'
import { salvaged } from './salvage.ts'

export interface PaperMakerOptions {
  /** What the source says; a paper whose bytes clearly speak against it is read as what it is. */
  readonly encoding: TextEncoding
  readonly maxLines?: number
  readonly maxBytes?: number
}

/**
 * Cuts a stream into papers. Papers come in order; what lies between two of them printed nothing and belongs
 * to the paper before.
 */
export interface PaperMaker {
  /** Papers that these bytes end by a cut. */
  push(chunk: Uint8Array): Paper[]
  /** The line fell silent: what has been printed is a paper. */
  gap(): Paper[]
  /** The connection or the file ended. */
  close(): Paper[]
}

const defaultLines = 5000
const defaultBytes = 4 * 1024 * 1024
/** Also bounds memory where every byte is a token of its own; ten to the line is plenty. */
const mostTokens = 50_000
/** Large chunks are taken in pieces: the tokens of a piece are gone before the next. */
const pieceBytes = 64 * 1024

/**
 * A paper ends at a cut, at a gap, or when the connection closes; never at `ESC @`, which comes in the middle
 * too. A cut before anything was printed ends nothing. Each paper begins as a printer just switched on, so
 * that its bytes, kept and read again alone, give the same paper. A drawer pulse makes a paper only where
 * nothing was printed between two gaps.
 */
export const createPaperMaker = (options: PaperMakerOptions): PaperMaker => {
  const { encoding, maxLines = defaultLines, maxBytes = defaultBytes } = options
  const tokenizer = createTokenizer({ maxCommandBytes: maxBytes })
  let tokens: Token[] = []
  let from = 0
  let at = 0
  /** Lines ended by a feed, and carriage returns, which may stand for the same ones. */
  let lines = 0
  let returns = 0
  let printed = false
  let pulses = 0
  let destination: Destination = 'paper'
  /** Something was printed since the last gap: pulses belong to it. */
  let printedSinceGap = false

  const begin = (): void => {
    tokens = []
    from = at
    lines = 0
    returns = 0
    printed = false
    pulses = 0
    destination = 'paper'
  }

  const finish = (endedBy: Paper['endedBy']): Paper => {
    const paper = composePaper(tokens, encoding, { from, to: at, endedBy })
    printedSinceGap = true
    begin()
    return paper
  }

  const note = (incoming: Token): void => {
    const token = salvaged(incoming)
    if (token.type === 'control') {
      const byte = byteAt(token.bytes, 0)
      if (byte === 0x0d) returns++
      else if (byte >= 0x0a && byte <= 0x0c) lines++
      // NUL does nothing at all: a stream of noughts need not be remembered.
      if (byte !== 0) tokens.push(token)
      return
    }
    tokens.push(token)
    if (token.type !== 'text') {
      destination = destinationAfter(token, destination)
      if (isDrawerPulse(token)) pulses++
      lines += linesFed(token)
    }
    if (!printed && destination !== 'display' && prints(token)) printed = true
  }

  const take = (token: Token): Paper | null => {
    at = token.offset + token.length
    note(token)
    if (isCut(token)) return printed ? finish('cut') : null
    const full = Math.max(lines, returns) >= maxLines || at - from >= maxBytes || tokens.length >= mostTokens
    if (!full) return null
    if (printed) return finish('limit')
    begin()
    return null
  }

  const takeAll = (incoming: readonly Token[], papers: Paper[]): void => {
    for (const token of incoming) {
      const paper = take(token)
      if (paper !== null) papers.push(paper)
    }
  }

  const end = (endedBy: 'gap' | 'close'): Paper[] => {
    const papers: Paper[] = []
    takeAll(tokenizer.end(), papers)
    if (printed || (pulses > 0 && !printedSinceGap)) papers.push(finish(endedBy))
    begin()
    printedSinceGap = false
    return papers
  }

  return {
    push(chunk) {
      const papers: Paper[] = []
      for (let start = 0; start < chunk.length; start += pieceBytes) {
        // A copy: the tokens of a paper outlive the chunk, which may be the port's own buffer.
        const piece = new Uint8Array(chunk.subarray(start, start + pieceBytes))
        takeAll(tokenizer.push(piece), papers)
      }
      return papers
    },
    gap: () => end('gap'),
    close: () => end('close'),
  }
}
