import { surveyCp949 } from './cp949.ts'

export type TextEncoding = 'cp949' | 'utf8'

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

const decodeStrictly = (bytes: Uint8Array): string | null => {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return null
  }
}

const hasHighByte = (bytes: Uint8Array): boolean => bytes.some((byte) => byte >= 0x80)

const hangulIn = (text: string): number => {
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0xac00 && code <= 0xd7a3) count++
  }
  return count
}

/**
 * What the stretches of text on one paper are written in. The source's setting stands unless the bytes speak
 * clearly against it: a POS may send UTF-8 on a line that was set up as CP949, and the other way round.
 * Bytes that decode strictly as UTF-8 and give more Hangul than CP949 would are UTF-8; bytes that do not, but
 * are Hangul in CP949 without a fault, are CP949.
 */
export const encodingOf = (stretches: readonly Uint8Array[], declared: TextEncoding): TextEncoding => {
  let utf8Hangul = 0
  let utf8Bad = 0
  let cpHangul = 0
  let cpBad = 0
  for (const stretch of stretches) {
    if (!hasHighByte(stretch)) continue
    const text = decodeStrictly(stretch)
    if (text === null) utf8Bad++
    else utf8Hangul += hangulIn(text)
    const survey = surveyCp949(stretch)
    cpHangul += survey.hangul
    cpBad += survey.bad
  }
  if (declared === 'cp949') return utf8Bad === 0 && utf8Hangul > cpHangul ? 'utf8' : 'cp949'
  return utf8Bad > 0 && utf8Hangul === 0 && cpBad === 0 && cpHangul > 0 ? 'cp949' : 'utf8'
}
