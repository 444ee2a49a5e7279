import type { Token } from '../escpos/token.ts'
import { surveyCp949 } from './cp949.ts'
import { hangulInUtf8 } from './utf8.ts'

export type TextEncoding = 'cp949' | 'utf8'

/**
 * What the text on one paper is written in. The source's setting stands unless the bytes speak
 * clearly against it: a POS may send UTF-8 on a line that was set up as CP949, and the other way round.
 * Bytes that decode strictly as UTF-8 and give more Hangul than CP949 would are UTF-8; bytes that do not, but
 * are Hangul in CP949 without a fault, are CP949.
 */
export const encodingOf = (tokens: readonly Token[], declared: TextEncoding): TextEncoding => {
  let utf8Hangul = 0
  let utf8Bad = 0
  let cpHangul = 0
  let cpBad = 0
  for (const { type, bytes } of tokens) {
    if (type !== 'text') continue
    const hangul = hangulInUtf8(bytes)
    if (hangul === null) utf8Bad++
    else utf8Hangul += hangul
    // The usual case is decided by the first faulty stretch.
    if (utf8Bad > 0 && declared === 'cp949') return 'cp949'
    const survey = surveyCp949(bytes)
    cpHangul += survey.hangul
    cpBad += survey.bad
  }
  if (declared === 'cp949') return utf8Bad === 0 && utf8Hangul > cpHangul ? 'utf8' : 'cp949'
  return utf8Bad > 0 && utf8Hangul === 0 && cpBad === 0 && cpHangul > 0 ? 'cp949' : 'utf8'
}
