import iconv from 'iconv-lite'
import Papa from 'papaparse'
import { type Cell, limits, type Table, UnreadableFile } from './table.ts'

/** A text file as it was meant: by its mark, by its zeros, as UTF-8 where it is that for certain, else as CP949. */
export const decodeText = (bytes: Buffer): string => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes.subarray(2), 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes.subarray(2), 'utf-16be')
  const sample = bytes.subarray(0, 4_000)
  const zeros = (odd: number): number =>
    sample.filter((byte, index) => byte === 0 && index % 2 === odd).length
  if (zeros(1) > sample.length / 8) return iconv.decode(bytes, 'utf-16le')
  if (zeros(0) > sample.length / 8) return iconv.decode(bytes, 'utf-16be')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(bytes, 'cp949')
  }
}

/** More than one sign in a hundred that no text has: it is none. */
const isNonsense = (text: string): boolean => {
  const sample = text.length > 400_000 ? text.slice(0, 200_000) + text.slice(-200_000) : text
  const odd = sample.match(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd\uffff]/g)?.length ?? 0
  return odd > sample.length / 100
}

/**
 * A text file with columns: comma, tab, semicolon or bar, found by itself.
 * @throws UnreadableFile `not-a-table`, `html`, `empty`, `too-large`.
 */
export const readTextFile = (bytes: Buffer): Table => {
  const text = decodeText(bytes)
  if (text.trim() === '') throw new UnreadableFile('empty')
  if (isNonsense(text)) throw new UnreadableFile('not-a-table')
  if (/^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype|html|table|meta|style|head)\b/i.test(text.slice(0, 2_000))) {
    throw new UnreadableFile('html')
  }
  const parsed = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), preview: limits.rows + 1 })
  if (parsed.data.length > limits.rows) throw new UnreadableFile('too-large')
  const rows = parsed.data.map((row) => row.slice(0, limits.columns).map(cellOf))
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== null))
  if (last < 0) throw new UnreadableFile('empty')
  return { name: '', rows: rows.slice(0, last + 1) }
}

/** The sign that gives most lines the same number of columns, and more than one. */
const delimiterOf = (text: string): string => {
  const head = text.slice(0, 50_000)
  let best = ','
  let most = 0
  for (const delimiter of [',', '\t', ';', '|']) {
    const widths = new Map<number, number>()
    for (const row of Papa.parse<string[]>(head, { delimiter, preview: 40 }).data) {
      if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1)
    }
    const agreeing = Math.max(0, ...widths.values())
    if (agreeing > most) [best, most] = [delimiter, agreeing]
  }
  return best
}

/** `="01012345678"` is how some programs keep Excel from dropping the first 0. */
const cellOf = (text: string): Cell => {
  const bare = text.replace(/^="(.*)"$/, '$1').trim()
  return bare === '' ? null : bare.slice(0, limits.cellLength)
}
