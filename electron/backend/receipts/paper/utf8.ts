/** Bytes that follow a first byte of UTF-8; -1 where none can begin a character. */
const followers = (byte: number): number => {
  if (byte < 0x80) return 0
  if (byte >= 0xc2 && byte <= 0xdf) return 1
  if (byte >= 0xe0 && byte <= 0xef) return 2
  return byte >= 0xf0 && byte <= 0xf4 ? 3 : -1
}

/** Overlong forms, surrogates and what lies past U+10FFFF: told by the second byte alone. */
const secondFits = (first: number, second: number): boolean => {
  if (first === 0xe0) return second >= 0xa0
  if (first === 0xed) return second < 0xa0
  if (first === 0xf0) return second >= 0x90
  return first === 0xf4 ? second < 0x90 : true
}

/**
 * How many Hangul syllables the bytes hold as UTF-8; null where they are no strict UTF-8. Written by hand
 * because `TextDecoder` tells of a fault by throwing, which costs more than reading the whole receipt.
 */
export const hangulInUtf8 = (bytes: Uint8Array): number | null => {
  let hangul = 0
  for (let i = 0; i < bytes.length; i++) {
    const first = bytes[i] ?? 0
    if (first < 0x80) continue
    const more = followers(first)
    if (more < 0 || !secondFits(first, bytes[i + 1] ?? 0)) return null
    let code = first & (0x3f >> more)
    for (let k = 0; k < more; k++) {
      const next = bytes[++i] ?? 0
      if ((next & 0xc0) !== 0x80) return null
      code = (code << 6) | (next & 0x3f)
    }
    if (code >= 0xac00 && code <= 0xd7a3) hangul++
  }
  return hangul
}
