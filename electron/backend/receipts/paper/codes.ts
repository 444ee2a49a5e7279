import { byteAt } from '../escpos/step.ts'
import type { Token } from '../escpos/token.ts'
import { decodeCp949 } from './cp949.ts'
import type { PaperCode } from './paper.ts'

export type Code = Omit<PaperCode, 'line'>

const barCodes: Readonly<Record<number, string>> = {
  0: 'UPC-A',
  1: 'UPC-E',
  2: 'EAN-13',
  3: 'EAN-8',
  4: 'CODE39',
  5: 'ITF',
  6: 'CODABAR',
  65: 'UPC-A',
  66: 'UPC-E',
  67: 'EAN-13',
  68: 'EAN-8',
  69: 'CODE39',
  70: 'ITF',
  71: 'CODABAR',
  72: 'CODE93',
  73: 'CODE128',
  74: 'GS1-128',
  75: 'GS1-DATABAR',
  76: 'GS1-DATABAR',
  77: 'GS1-DATABAR',
  78: 'GS1-DATABAR',
  79: 'CODE128',
}

/** Two-dimensional symbols by the function group of `GS ( k`, and the bytes between function and data. */
const symbols: Readonly<Record<number, readonly [symbology: string, skip: number]>> = {
  48: ['PDF417', 1],
  49: ['QR', 1],
  50: ['MAXICODE', 2],
  51: ['GS1-DATABAR', 2],
  52: ['COMPOSITE', 3],
  53: ['AZTEC', 1],
  54: ['DATAMATRIX', 1],
  // Where some printers and drivers have it.
  55: ['AZTEC', 1],
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** A code's content is the shop's own bytes: UTF-8 where it is that, else CP949. */
const contentOf = (bytes: Uint8Array): string => {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return decodeCp949(bytes)
  }
}

/** CODE128's data names its subsets by `{A`, `{B`, `{C`; in C a byte stands for two digits. */
const code128 = (bytes: Uint8Array): string => {
  let text = ''
  let subset = 'B'
  for (let i = 0; i < bytes.length; i++) {
    const byte = byteAt(bytes, i)
    if (byte === 0x7b && i + 1 < bytes.length) {
      const name = String.fromCharCode(byteAt(bytes, ++i))
      if (name === '{') text += '{'
      else if ('ABC'.includes(name)) subset = name
    } else if (subset === 'C') text += String(byte).padStart(2, '0')
    else text += String.fromCharCode(byte)
  }
  return text
}

/** Symbols whose data has come and that are printed by a command of their own, by function group. */
export type StoredCodes = Map<number, Code>

const barCode = (token: Token): Code | null => {
  const kind = byteAt(token.bytes, 2)
  const symbology = barCodes[kind] ?? `GS k ${kind}`
  if (kind <= 6) {
    const nul = token.bytes.indexOf(0, 3)
    return { symbology, text: contentOf(token.bytes.subarray(3, nul < 0 ? undefined : nul)) }
  }
  const data = token.bytes.subarray(4)
  return { symbology, text: kind === 73 ? code128(data) : contentOf(data) }
}

const symbol = (token: Token, stored: StoredCodes): Code | null => {
  const group = byteAt(token.bytes, 5)
  const task = byteAt(token.bytes, 6)
  const known = symbols[group]
  if (known === undefined) return null
  if (task === 80) {
    stored.set(group, { symbology: known[0], text: contentOf(token.bytes.subarray(7 + known[1])) })
    return null
  }
  return task === 81 ? (stored.get(group) ?? null) : null
}

/** The code that a token prints now, if any; keeps what is only stored. A code that was cut off is none. */
export const codeOf = (token: Token, stored: StoredCodes): Code | null => {
  if (token.truncated) return null
  if (token.type === 'GS k') return barCode(token)
  return token.type === 'GS ( k' ? symbol(token, stored) : null
}
