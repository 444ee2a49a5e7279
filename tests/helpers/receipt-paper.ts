import iconv from 'iconv-lite'

export type LineEnd = 'lf' | 'crlf' | 'lfcr'
export type TextEncoding = 'cp949' | 'utf8'

export interface PaperStyle {
  readonly eol?: LineEnd
  readonly encoding?: TextEncoding
}

const lineEnds: Record<LineEnd, readonly number[]> = { lf: [10], crlf: [13, 10], lfcr: [10, 13] }

/** Bytes a raster may hold that a careless reader would take for text, line ends and commands. */
const decoy = [
  0x0a, 0xc7, 0xd5, 0xb0, 0xe8, 0x20, 0x39, 0x39, 0x2c, 0x30, 0x30, 0x30, 0x0a, 0x1b, 0x61, 0x1d, 0x56,
]

const low = (value: number): number => value & 255
const high = (value: number): number => (value >> 8) & 255

const rasterOf = (widthBytes: number, height: number): readonly number[] => {
  const payload = Array.from({ length: widthBytes * height }, (_, at) => decoy[at % decoy.length] ?? 0)
  return [0x1d, 0x76, 0x30, 0, low(widthBytes), high(widthBytes), low(height), high(height), ...payload]
}

const qrModel = [0x1d, 0x28, 0x6b, 4, 0, 0x31, 0x41, 0x32, 0]
const qrDotSize = [0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x43, 4]
const qrPrint = [0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30]

const qrOf = (text: string): readonly number[] => {
  const data = [...Buffer.from(text, 'utf8')]
  const size = data.length + 3
  const store = [0x1d, 0x28, 0x6b, low(size), high(size), 0x31, 0x50, 0x30, ...data]
  return [...qrModel, ...qrDotSize, ...store, ...qrPrint]
}

const barcodeOf = (text: string): readonly number[] => {
  const data = [...Buffer.from(text, 'latin1')]
  return [0x1d, 0x68, 60, 0x1d, 0x48, 2, 0x1d, 0x6b, 73, data.length + 2, 0x7b, 0x42, ...data]
}

/** Markers without arguments: what stands between « and » in a line, and the bytes it becomes. */
const fixed: Record<string, readonly number[]> = {
  init: [0x1b, 0x40],
  b: [0x1b, 0x45, 1],
  '/b': [0x1b, 0x45, 0],
  n: [0x1d, 0x21, 0],
  big: [0x1d, 0x21, 0x11],
  wide: [0x1d, 0x21, 0x10],
  tall: [0x1d, 0x21, 0x01],
  l: [0x1b, 0x61, 0],
  c: [0x1b, 0x61, 1],
  r: [0x1b, 0x61, 2],
  ht: [9],
  cut: [0x1d, 0x56, 0],
  'cut-part': [0x1d, 0x56, 1],
  'cut-feed': [0x1d, 0x56, 66, 3],
  'cut-i': [0x1b, 0x69],
  'cut-m': [0x1b, 0x6d],
  drawer: [0x1b, 0x70, 0, 25, 250],
  poll: [0x10, 4, 1, 0x10, 4, 4],
  hangul: [0x1c, 0x26],
  display: [0x1b, 0x3d, 2],
  printer: [0x1b, 0x3d, 1],
  cr: [13],
  // A line that is not followed by a line end of its own.
  join: [],
}

const marked = (name: string): readonly number[] => {
  const plain = fixed[name]
  if (plain) return plain
  const [kind = '', ...rest] = name.split(' ')
  const words = rest.join(' ')
  const numbers = rest.map(Number)
  if (kind === 'raster') return rasterOf(numbers[0] ?? 1, numbers[1] ?? 1)
  if (kind === 'qr') return qrOf(words)
  if (kind === 'barcode') return barcodeOf(words)
  if (kind === 'feed') return [0x1b, 0x64, numbers[0] ?? 1]
  if (kind === 'x') return [0x1b, 0x21, numbers[0] ?? 0]
  if (kind === 'hex') return rest.map((digits) => Number.parseInt(digits, 16))
  throw new Error(`unknown marker: ${name}`)
}

/**
 * ESC/POS bytes of a paper written as readable lines. `«big»`, `«cut»`, `«raster 8 24»`, `«qr text»` and the
 * like stand for commands; a line with `«join»` in it is not ended, so that the next one goes on in it.
 */
export const paperBytes = (lines: readonly string[], style: PaperStyle = {}): Uint8Array => {
  const end = lineEnds[style.eol ?? 'lf']
  const bytes: number[] = []
  for (const line of lines) {
    for (const [at, part] of line.split(/[«»]/).entries()) {
      if (at % 2 === 1) bytes.push(...marked(part))
      else if (part !== '') bytes.push(...iconv.encode(part, style.encoding ?? 'cp949'))
    }
    if (!line.includes('«join»')) bytes.push(...end)
  }
  return Uint8Array.from(bytes)
}

/** The text of the lines, without their markers. */
export const plainText = (lines: readonly string[]): string => lines.join('\n').replaceAll(/«[^»]*»/g, '')

const isWide = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x11ff) ||
  (code >= 0x2010 && code <= 0x27ff && code !== 0x20a9) ||
  (code >= 0x2e80 && code <= 0xffe6 && !(code >= 0xff61 && code <= 0xffbf))

/** Half-width cells; Hangul, full-width signs and box drawing take two. Markers take none. */
export const cellsOf = (text: string): number => {
  let cells = 0
  for (const letter of text.replaceAll(/«[^»]*»/g, '')) cells += isWide(letter.codePointAt(0) ?? 0) ? 2 : 1
  return cells
}

/** Text at the left of so many cells. */
export const left = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - cellsOf(text)))
/** Text at the right of so many cells. */
export const right = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - cellsOf(text))) + text
/** Text in the middle of so many cells, blanks on the left only. */
export const centre = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, (width - cellsOf(text)) >> 1)) + text
/** One text at the left edge and one at the right edge. */
export const spread = (width: number, first: string, last: string): string =>
  first + right(last, Math.max(cellsOf(last) + 1, width - cellsOf(first)))

/** A row of columns: a positive width stands left, a negative one right. */
export const row = (...columns: readonly (readonly [text: string, width: number])[]): string =>
  columns.map(([text, width]) => (width < 0 ? right(text, -width) : left(text, width))).join('')

/** `12500` → `12,500` */
export const won = (value: number): string => value.toLocaleString('en-US')
