import { byteAt } from '../escpos/step.ts'
import type { Token } from '../escpos/token.ts'

/**
 * Two bytes that are no command, where the second would have meant something by itself: a stray ESC (a second
 * program writing on the line, a byte lost) before half a character or a line feed. Those are not commands of
 * any maker, so only the stray byte is dropped; anything else stays as it is.
 */
export const salvaged = (token: Token): Token => {
  if (token.type !== 'unknown' || token.length !== 2) return token
  const second = byteAt(token.bytes, 1)
  const type = second >= 0x80 ? 'text' : second === 0x0a || second === 0x0d ? 'control' : null
  if (type === null) return token
  return { offset: token.offset + 1, length: 1, type, bytes: token.bytes.subarray(1) }
}
