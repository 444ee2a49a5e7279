import { isTwoCells } from './cp949.ts'

/**
 * Half-width cells that a character takes on a Korean printer: two for what CP949 writes with two bytes
 * (Hangul, rules, circled figures) and for the rest of the East Asian wide characters.
 */
export const cellsOf = (code: number): number => {
  if (code < 0x80) return 1
  if (code < 0x10000 && isTwoCells(code)) return 2
  if (code >= 0x0300 && code <= 0x036f) return 0
  if (code >= 0x1160 && code <= 0x11ff) return 0
  if (code >= 0x200b && code <= 0x200f) return 0
  if (code >= 0xfe00 && code <= 0xfe0f) return 0
  const wide =
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    code >= 0x20000
  return wide ? 2 : 1
}

/** Cells of a whole text, each character at single width. */
export const cellsIn = (text: string): number => {
  let cells = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0
    if (code > 0xffff) i++
    cells += cellsOf(code)
  }
  return cells
}
