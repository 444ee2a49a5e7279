/** How a character is printed. Frozen values: two runs look alike when they share one. */
export interface Look {
  readonly width: number
  readonly height: number
  readonly bold: boolean
  readonly underline: boolean
  readonly inverse: boolean
}

export const plainLook: Look = { width: 1, height: 1, bold: false, underline: false, inverse: false }

export const sameLook = (a: Look, b: Look): boolean =>
  a === b ||
  (a.width === b.width &&
    a.height === b.height &&
    a.bold === b.bold &&
    a.underline === b.underline &&
    a.inverse === b.inverse)

/**
 * The look of what follows. `GS !` and `ESC !` size every character; `FS !` and `FS W` only those of two
 * bytes, until one of the former sizes both again.
 */
export interface Looks {
  readonly narrow: Look
  readonly wide: Look
}

export const plainLooks: Looks = { narrow: plainLook, wide: plainLook }

const both = (looks: Looks, change: Partial<Look>): Looks => {
  const narrow = { ...looks.narrow, ...change }
  const wide = { ...looks.wide, ...change }
  return sameLook(narrow, wide) ? { narrow, wide: narrow } : { narrow, wide }
}
const wideOnly = (looks: Looks, change: Partial<Look>): Looks => {
  const wide = { ...looks.wide, ...change }
  return { narrow: looks.narrow, wide: sameLook(wide, looks.narrow) ? looks.narrow : wide }
}

const bit = (value: number, mask: number): boolean => (value & mask) !== 0

/** Changes by command; `n` is the first parameter. Digits sent as ASCII ('1') count by their lowest bit. */
const changes: Readonly<Record<string, (looks: Looks, n: number) => Looks>> = {
  'ESC !': (looks, n) =>
    both(looks, {
      width: bit(n, 0x20) ? 2 : 1,
      height: bit(n, 0x10) ? 2 : 1,
      bold: bit(n, 0x08),
      underline: bit(n, 0x80),
    }),
  'GS !': (looks, n) => both(looks, { width: ((n >> 4) & 7) + 1, height: (n & 7) + 1 }),
  'ESC E': (looks, n) => both(looks, { bold: bit(n, 1) }),
  'ESC G': (looks, n) => both(looks, { bold: bit(n, 1) }),
  'ESC -': (looks, n) => both(looks, { underline: bit(n, 3) }),
  'GS B': (looks, n) => both(looks, { inverse: bit(n, 1) }),
  'FS -': (looks, n) => wideOnly(looks, { underline: bit(n, 3) }),
  'FS !': (looks, n) =>
    wideOnly(looks, { width: bit(n, 0x04) ? 2 : 1, height: bit(n, 0x08) ? 2 : 1, underline: bit(n, 0x80) }),
  'FS W': (looks, n) => wideOnly(looks, bit(n, 1) ? { width: 2, height: 2 } : { width: 1, height: 1 }),
}

/** The looks after a command; null where the command has nothing to do with them. */
export const looksAfter = (looks: Looks, type: string, n: number): Looks | null =>
  type === 'ESC @' ? plainLooks : (changes[type]?.(looks, n) ?? null)
