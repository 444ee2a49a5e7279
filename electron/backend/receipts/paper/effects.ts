import { byteAt } from '../escpos/step.ts'
import type { Token } from '../escpos/token.ts'

/** `ESC i`, `ESC m` and every form of `GS V` end a paper. */
export const isCut = (token: Token): boolean =>
  !token.truncated && (token.type === 'GS V' || token.type === 'ESC i' || token.type === 'ESC m')

/** `ESC p`, and `DLE DC4` with function 1. */
export const isDrawerPulse = (token: Token): boolean =>
  !token.truncated && (token.type === 'ESC p' || (token.type === 'DLE DC4' && byteAt(token.bytes, 2) === 1))

const hasInk = (bytes: Uint8Array): boolean => {
  for (let i = 0; i < bytes.length; i++) if (bytes[i] !== 0x20) return true
  return false
}

/** `GS ( L` and `GS 8 L`: what prints, and a picture that was cut off while it was being stored. */
const graphicsPrint = (token: Token): boolean => {
  const task = byteAt(token.bytes, token.type === 'GS 8 L' ? 8 : 6)
  return [2, 50, 69, 85].includes(task) || (token.truncated === true && (task === 112 || task === 113))
}

/** True where a token leaves something on the paper. */
export const prints = (token: Token): boolean => {
  switch (token.type) {
    case 'text':
      return hasInk(token.bytes)
    case 'GS v 0':
    case 'GS Q 0':
    case 'ESC *':
    case 'GS /':
    case 'FS p':
      return true
    case 'GS k':
      return !token.truncated
    case 'GS ( k':
      return !token.truncated && byteAt(token.bytes, 6) === 81
    case 'GS ( L':
    case 'GS 8 L':
      return graphicsPrint(token)
    default:
      return false
  }
}

/** Lines that a feed command makes, the one that it ends included. */
export const linesFed = (token: Token): number => {
  if (token.type === 'ESC d') return Math.max(1, byteAt(token.bytes, 2))
  if (token.type === 'ESC J') return Math.max(1, Math.floor(byteAt(token.bytes, 2) / dotsOfALine))
  return 0
}

/** The usual line spacing: 30 dots at 180 or 203 dots an inch. */
const dotsOfALine = 30
