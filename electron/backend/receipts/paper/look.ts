/**
 * How a character is printed, as one number, since a receipt changes it before almost every line: bits 0–2 height − 1,
 * 3–5 width − 1, then bold, underline, inverse.
 */
export type LookCode = number

const heightBits = 0x07
const widthBits = 0x38
const boldBit = 0x40
const underlineBit = 0x80
const inverseBit = 0x100

export const plainLook: LookCode = 0

export const widthOf = (code: LookCode): number => ((code & widthBits) >> 3) + 1
export const heightOf = (code: LookCode): number => (code & heightBits) + 1
export const isBold = (code: LookCode): boolean => (code & boldBit) !== 0
export const isUnderlined = (code: LookCode): boolean => (code & underlineBit) !== 0
export const isInverse = (code: LookCode): boolean => (code & inverseBit) !== 0

/** What a command changes, and the bits it then has, from its first parameter. */
export interface LookChange {
  readonly mask: number
  readonly bits: (n: number) => number
  /** `FS !` and `FS W` size only characters of two bytes; `GS !` and `ESC !` size all. */
  readonly wideOnly: boolean
}

const size = (width: number, height: number): number => ((width - 1) << 3) | (height - 1)
const when = (condition: number, bits: number): number => (condition === 0 ? 0 : bits)
const all = (mask: number, bits: LookChange['bits']): LookChange => ({ mask, bits, wideOnly: false })
const wide = (mask: number, bits: LookChange['bits']): LookChange => ({ mask, bits, wideOnly: true })

/** Digits sent as ASCII ('1') count by their lowest bits. */
export const lookChanges: Readonly<Record<string, LookChange>> = {
  'ESC !': all(
    widthBits | heightBits | boldBit | underlineBit,
    (n) =>
      size(1 + when(n & 0x20, 1), 1 + when(n & 0x10, 1)) |
      when(n & 0x08, boldBit) |
      when(n & 0x80, underlineBit),
  ),
  'GS !': all(widthBits | heightBits, (n) => size(((n >> 4) & 7) + 1, (n & 7) + 1)),
  'ESC E': all(boldBit, (n) => when(n & 1, boldBit)),
  'ESC G': all(boldBit, (n) => when(n & 1, boldBit)),
  'ESC -': all(underlineBit, (n) => when(n & 3, underlineBit)),
  'GS B': all(inverseBit, (n) => when(n & 1, inverseBit)),
  'FS -': wide(underlineBit, (n) => when(n & 3, underlineBit)),
  'FS !': wide(
    widthBits | heightBits | underlineBit,
    (n) => size(1 + when(n & 0x04, 1), 1 + when(n & 0x08, 1)) | when(n & 0x80, underlineBit),
  ),
  'FS W': wide(widthBits | heightBits, (n) => when(n & 1, size(2, 2))),
}

export const changed = (code: LookCode, change: LookChange, n: number): LookCode =>
  (code & ~change.mask) | change.bits(n)
