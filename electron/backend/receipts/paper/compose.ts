import type { Token } from '../escpos/token.ts'
import { cellsIn } from './cells.ts'
import { decodeCp949 } from './cp949.ts'
import { type Destination, destinationAfter } from './display.ts'
import { isDrawerPulse } from './effects.ts'
import { encodingOf, type TextEncoding } from './encoding.ts'
import type { Paper } from './paper.ts'
import { typeset } from './typeset.ts'
import { Typesetter } from './typesetter.ts'

const forgivingUtf8 = new TextDecoder('utf-8')

/** Runs of text that were only closed for their length belong together: a character may lie across the seam. */
const joinText = (tokens: readonly Token[], from: number): { bytes: Uint8Array; next: number } => {
  let next = from + 1
  while (tokens[next]?.type === 'text') next++
  const first = tokens[from]?.bytes ?? new Uint8Array(0)
  if (next === from + 1) return { bytes: first, next }
  return { bytes: Buffer.concat(tokens.slice(from, next).map((token) => token.bytes)), next }
}

type Place = Pick<Paper, 'from' | 'to' | 'endedBy'>
type Print = Omit<Paper, keyof Place>

/**
 * One paper from its tokens: what a person would see who tears it off. It is set when it is first looked at: of
 * papers that another thread reads, only their place is needed.
 */
export const composePaper = (tokens: readonly Token[], declared: TextEncoding, place: Place): Paper => {
  let unset: readonly Token[] | null = tokens
  let set: Print | null = null
  const print = (): Print => {
    set ??= printOf(unset ?? [], declared)
    unset = null
    return set
  }
  return {
    ...place,
    get lines() {
      return print().lines
    },
    get images() {
      return print().images
    },
    get codes() {
      return print().codes
    },
    get drawerPulses() {
      return print().drawerPulses
    },
    get display() {
      return print().display
    },
  }
}

const printOf = (tokens: readonly Token[], declared: TextEncoding): Print => {
  const utf8 = encodingOf(tokens, declared) === 'utf8'
  const setter = new Typesetter()
  const display: string[] = []
  let drawerPulses = 0
  let destination: Destination = 'paper'

  let i = 0
  while (i < tokens.length) {
    const token = tokens[i]
    if (token === undefined) break
    i++
    if (token.type === 'text') {
      const joined = joinText(tokens, i - 1)
      i = joined.next
      const text = utf8 ? forgivingUtf8.decode(joined.bytes) : decodeCp949(joined.bytes)
      if (destination !== 'paper' && text.trim() !== '') display.push(text.trim())
      if (destination !== 'display') setter.text(text, utf8 ? cellsIn(text) : joined.bytes.length)
      continue
    }
    if (token.type !== 'control') {
      destination = destinationAfter(token, destination)
      if (isDrawerPulse(token)) drawerPulses++
    }
    if (destination !== 'display') typeset(setter, token)
  }
  setter.finish()
  return { lines: setter.lines, images: setter.images, codes: setter.codes, drawerPulses, display }
}
