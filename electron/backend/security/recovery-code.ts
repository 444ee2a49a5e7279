import { createHash } from 'node:crypto'

/** Crockford's base32: no I, L, O or U, so that nobody misreads what was printed. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 30 characters of chance (150 bits) and 2 of checksum. */
const chanceLength = 30
const codeLength = 32
export const recoveryBytes = 19

/**
 * Eight groups of four: `7K2M-…`. Only the first 150 bits of `chance` are used.
 * @param chance `recoveryBytes` bytes from the system's generator.
 */
export const recoveryCode = (chance: Uint8Array): string => {
  if (chance.length !== recoveryBytes) throw new Error('A recovery code is made of 19 bytes')
  const body = symbols(chance).slice(0, chanceLength)
  return grouped(body + checksum(body))
}

/**
 * What a person typed, as the code's 32 characters: any case, spaces or dashes, and the letters that Crockford
 * reads as digits (I and L as 1, O as 0). Null when it is no code: wrong length, other letters, wrong checksum.
 */
export const normalRecoveryCode = (typed: string): string | null => {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}_.]+/gu, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
  if (code.length !== codeLength || Array.from(code).some((letter) => !alphabet.includes(letter))) return null
  const body = code.slice(0, chanceLength)
  return code.slice(chanceLength) === checksum(body) ? code : null
}

/** Ten bits: of a thousand slips of the pen, all but one are told before the key is even tried. */
const checksum = (body: string): string =>
  symbols(createHash('sha256').update(`dangol recovery code ${body}`).digest().subarray(0, 2)).slice(0, 2)

const grouped = (code: string): string => (code.match(/.{4}/g) ?? []).join('-')

/** Five bits a character, most significant first. */
const symbols = (bytes: Uint8Array): string => {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet.charAt((held >> bits) & 31)
    }
  }
  return text
}
