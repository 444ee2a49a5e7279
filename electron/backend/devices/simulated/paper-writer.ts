import iconv from 'iconv-lite'
import { displayWidth } from '#shared/display-width.ts'

/** Writes printer bytes the way a POS does: CP949 text, LF, a few commands. */
export interface PaperWriter {
  line(text?: string): PaperWriter
  /** Text at the left and figures at the right edge. */
  row(left: string, right: string): PaperWriter
  rule(character?: string): PaperWriter
  centred(text: string): PaperWriter
  /** Width and height, 1 to 8 times. */
  size(width: number, height: number): PaperWriter
  raw(...bytes: number[]): PaperWriter
  cut(): PaperWriter
  bytes(): Uint8Array
}

export const createPaperWriter = (columns = 42, lineEnd: readonly number[] = [0x0a]): PaperWriter => {
  const parts: Uint8Array[] = []
  const writer: PaperWriter = {
    line(text = '') {
      parts.push(iconv.encode(text, 'cp949'), Uint8Array.from(lineEnd))
      return writer
    },
    row(left, right) {
      const gap = Math.max(1, columns - displayWidth(left) - displayWidth(right))
      return writer.line(left + ' '.repeat(gap) + right)
    },
    rule: (character = '-') => writer.line(character.repeat(Math.floor(columns / displayWidth(character)))),
    centred: (text) => writer.raw(0x1b, 0x61, 1).line(text).raw(0x1b, 0x61, 0),
    size: (width, height) => writer.raw(0x1d, 0x21, ((width - 1) << 4) | (height - 1)),
    raw(...bytes) {
      parts.push(Uint8Array.from(bytes))
      return writer
    },
    cut: () => writer.raw(0x1b, 0x64, 4, 0x1d, 0x56, 0x00),
    bytes: () => Buffer.concat(parts),
  }
  return writer
}

/** `text` in a field of so many columns, at its right edge. */
export const rightIn = (columns: number, text: string): string =>
  ' '.repeat(Math.max(0, columns - displayWidth(text))) + text

export const leftIn = (columns: number, text: string): string =>
  text + ' '.repeat(Math.max(0, columns - displayWidth(text)))
