import iconv from 'iconv-lite'

/**
 * Characters by their two CP949 bytes (lead × 256 + trail), 0 where there is none; made once from
 * iconv-lite's tables, because decoding the many short runs of a receipt one call at a time costs more than
 * the decoding itself.
 */
const pairs = new Uint16Array(65536)
/** Cells of each character of the basic plane on a Korean printer: two where it takes two bytes. */
const twoCells = new Uint8Array(65536)

const trails = [0x41, 0x61, 0x81].flatMap((first) =>
  Array.from({ length: first === 0x81 ? 126 : 26 }, (_, i) => first + i),
)

for (let lead = 0x81; lead <= 0xfe; lead++) {
  // A blank after each pair, so that one that is no character cannot spoil the next.
  const row = iconv.decode(Buffer.from(trails.flatMap((trail) => [lead, trail, 0x20])), 'cp949').split(' ')
  for (const [i, trail] of trails.entries()) {
    const text = row[i] ?? ''
    const code = text.charCodeAt(0)
    if (text.length !== 1 || code === 0xfffd) continue
    pairs[lead * 256 + trail] = code
    twoCells[code] = 1
  }
}

/** The character of a pair of bytes, 0 where CP949 has none. */
export const characterOf = (lead: number, trail: number): number => pairs[lead * 256 + trail] ?? 0

/** True for a character that CP949 writes with two bytes, and Korean printers two cells wide. */
export const isTwoCells = (code: number): boolean => twoCells[code] === 1

const replacement = 0xfffd

/** Characters are collected here before they become a text; the same memory as characters and as bytes. */
const room = new Uint16Array(4096)
const roomBytes = Buffer.from(room.buffer)

const textIn = (count: number): string => roomBytes.toString('utf16le', 0, count * 2)

/**
 * CP949 to text. Each byte of ASCII and each byte that is no character's part (shown as U+FFFD) takes one
 * cell, a pair takes two: so the cells are as many as the bytes.
 */
export const decodeCp949 = (bytes: Uint8Array): string => {
  let text = ''
  let count = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    let code = byte
    if (byte >= 0x80) {
      code = characterOf(byte, bytes[i + 1] ?? 0)
      if (code === 0) code = replacement
      else i++
    }
    room[count++] = code
    if (count === room.length) {
      text += textIn(count)
      count = 0
    }
  }
  return text + textIn(count)
}

/** How CP949 a stretch of bytes is: pairs that are common Hangul, other pairs, bytes that fit nothing. */
export const surveyCp949 = (bytes: Uint8Array): { hangul: number; other: number; bad: number } => {
  let hangul = 0
  let other = 0
  let bad = 0
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[i + 1] ?? 0
    if (characterOf(lead, trail) === 0) {
      bad++
      continue
    }
    if (lead >= 0xb0 && lead <= 0xc8 && trail >= 0xa1) hangul++
    else other++
    i++
  }
  return { hangul, other, bad }
}
