import type { Token } from '../escpos/token.ts'
import { surveyCp949 } from './cp949.ts'
import { hangulInUtf8 } from './utf8.ts'

export type TextEncoding = 'cp949' | 'utf8'

/** So many faulty runs with none that is good settle it: nearly every Hangul word of CP949 is a fault in UTF-8. */
const enough = 4

/**
 * What the text on one paper is written in. The source's setting stands unless the bytes speak clearly against
 * it: a POS may send UTF-8 on a line that was set up as CP949, and the other way round. Runs that are strict
 * UTF-8 with Hangul in it outweigh a few that are not (a character broken over two lines); CP949 in a UTF-8
 * source has to be without any fault.
 */
export const encodingOf = (tokens: readonly Token[], declared: TextEncoding): TextEncoding => {
  let good = 0
  let bad = 0
  let utf8Hangul = 0
  let cpHangul = 0
  let cpBad = 0
  for (const { type, bytes } of tokens) {
    if (type !== 'text') continue
    const hangul = hangulInUtf8(bytes)
    if (hangul === null) bad++
    else if (hangul > 0) {
      good++
      utf8Hangul += hangul
    }
    if (declared === 'cp949' && good === 0 && bad === enough) return 'cp949'
    if (hangul === 0) continue
    const survey = surveyCp949(bytes)
    cpHangul += survey.hangul
    cpBad += survey.bad
  }
  if (declared === 'cp949') return good > bad * 2 && utf8Hangul > cpHangul ? 'utf8' : 'cp949'
  return bad > 0 && good === 0 && cpBad === 0 && cpHangul > 0 ? 'cp949' : 'utf8'
}
