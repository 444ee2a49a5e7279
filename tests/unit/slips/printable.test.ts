import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { cp949Bytes, printableText, unprintableIn } from '#backend/slips/printable.ts'
import { displayWidth } from '#shared/display-width.ts'

test.each([
  ['달빛정류장 (본점) 1,000원', '달빛정류장 (본점) 1,000원'],
  ['똠방각하 펲시콜라', '똠방각하 펲시콜라'],
  ['₩5,000', '￦5,000'],
  ['Café', 'Cafe'],
  ['커피 ☕️ 한 잔', '커피 □ 한 잔'],
  ['가족 👨‍👩‍👧‍👦', '가족 □'],
  ['2–3개 — 한정', '2-3개 - 한정'],
  ['❤️ 감사해요', '♥ 감사해요'],
  ['한글'.normalize('NFD'), '한글'],
  ['고맙\u001b@습니다\n\u0010\u0004\u0001', '고맙 @습니다    '],
  ['漢字 OK', '漢字 OK'],
])('%j is printed as %j', (text, printed) => {
  expect(printableText(text)).toBe(printed)
})

test('names what cannot be printed, each once', () => {
  expect(unprintableIn('☕ 아메리카노 ☕ ₩')).toEqual(['☕', '₩'])
  expect(unprintableIn('아메리카노 ￦4,500')).toEqual([])
})

describe('whatever people type', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 60 })

  test('comes out as CP949 that reads back the same, without one control byte', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const printed = printableText(text)
        const bytes = cp949Bytes(printed)
        expect(iconv.decode(bytes, 'cp949')).toBe(printed)
        expect(bytes.every((byte) => byte >= 0x20 && byte !== 0x7f)).toBe(true)
        expect(bytes.length).toBe(displayWidth(printed))
      }),
    )
  })
  test('printed once or twice it is the same', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(printableText(printableText(text))).toBe(printableText(text))
      }),
    )
  })
})
