import { byteAt, wordAt } from '../escpos/step.ts'
import type { Token } from '../escpos/token.ts'
import type { PaperImage } from './paper.ts'

/** An image without its place on the paper. */
export type Picture = Omit<PaperImage, 'line'>

/** Larger images are counted, not kept. */
export const mostImageBytes = 64 * 1024

const unknownPicture: Picture = { widthDots: 0, heightDots: 0, bits: null }

/** `count` data bytes from `at`, or null where they did not all come or are too many. */
const dataOf = (token: Token, at: number, count: number): Uint8Array | null =>
  count <= mostImageBytes && token.bytes.length >= at + count ? token.bytes.subarray(at, at + count) : null

/** Rows of bytes, as `GS v 0` has them. */
const fromRows = (
  token: Token,
  at: number,
  rowBytes: number,
  rows: number,
  width = rowBytes * 8,
): Picture => ({
  widthDots: width,
  heightDots: rows,
  bits: dataOf(token, at, rowBytes * rows)?.slice() ?? null,
})

/** Columns of bytes from top to bottom, as `ESC *` and `GS *` have them. */
const fromColumns = (token: Token, at: number, width: number, columnBytes: number): Picture => {
  const data = dataOf(token, at, width * columnBytes)
  const picture = { widthDots: width, heightDots: columnBytes * 8, bits: null }
  const rowBytes = Math.ceil(width / 8)
  if (data === null || rowBytes * columnBytes * 8 > mostImageBytes) return picture
  const bits = new Uint8Array(rowBytes * columnBytes * 8)
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < columnBytes * 8; y++) {
      if ((byteAt(data, x * columnBytes + (y >> 3)) & (0x80 >> (y & 7))) === 0) continue
      const place = y * rowBytes + (x >> 3)
      bits[place] = byteAt(bits, place) | (0x80 >> (x & 7))
    }
  }
  return { ...picture, bits }
}

/** Pictures sent ahead and printed later by a command of their own. */
export interface StoredPictures {
  graphics: Picture | null
  downloaded: Picture | null
}

/** `GS ( L` and `GS 8 L`: store (112 rows, 113 columns), print what is stored (2, 50), print by key (69, 85). */
const graphics = (token: Token, stored: StoredPictures): Picture | null => {
  const at = token.type === 'GS 8 L' ? 7 : 5
  const task = byteAt(token.bytes, at + 1)
  if (task === 112 || task === 113) {
    const width = wordAt(token.bytes, at + 6)
    const height = wordAt(token.bytes, at + 8)
    const picture =
      task === 112
        ? fromRows(token, at + 10, Math.ceil(width / 8), height, width)
        : fromColumns(token, at + 10, width, Math.ceil(height / 8))
    // Cut off before it could be printed: shown all the same, it is the only trace of what came.
    if (token.truncated) return picture
    stored.graphics = picture
    return null
  }
  if (task === 2 || task === 50) return stored.graphics
  return task === 69 || task === 85 ? unknownPicture : null
}

/** The picture that a token puts on the paper now, if any; keeps what is only stored. */
export const pictureOf = (token: Token, stored: StoredPictures): Picture | null => {
  const { bytes } = token
  switch (token.type) {
    case 'GS v 0':
      return fromRows(token, 8, wordAt(bytes, 4), wordAt(bytes, 6))
    case 'GS Q 0':
      return fromColumns(token, 8, wordAt(bytes, 4), wordAt(bytes, 6))
    case 'ESC *':
      return fromColumns(
        token,
        5,
        wordAt(bytes, 3),
        byteAt(bytes, 2) === 32 || byteAt(bytes, 2) === 33 ? 3 : 1,
      )
    case 'GS *':
      stored.downloaded = fromColumns(token, 4, byteAt(bytes, 2) * 8, byteAt(bytes, 3))
      return null
    case 'GS /':
      return stored.downloaded ?? unknownPicture
    case 'FS p':
      return unknownPicture
    case 'GS ( L':
    case 'GS 8 L':
      return graphics(token, stored)
    default:
      return null
  }
}

/** The commands that `pictureOf` knows. */
export const imageCommands = [
  'GS v 0',
  'GS Q 0',
  'ESC *',
  'GS *',
  'GS /',
  'FS p',
  'GS ( L',
  'GS 8 L',
] as const
