import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leftRight, shorten, wrap, wrapEvenly } from '#backend/slips/columns.ts'
import { displayWidth } from '#shared/display-width.ts'

const letter = fc.oneof(
  fc.constantFrom(...Array.from('가나다라마바사아자차카타파하똠방각하')),
  fc.constantFrom(...Array.from('abcXYZ0123,.()-')),
  fc.constantFrom(' ', ' ', '￦', '·'),
)
const text = fc.array(letter, { maxLength: 80 }).map((letters) => letters.join(''))
const columns = fc.integer({ min: 8, max: 48 })
const widest = (lines: string[]): number => Math.max(0, ...lines.map(displayWidth))
const withoutBlanks = (value: string): string => value.replaceAll(' ', '')

test('Hangul and full-width signs take two columns', () => {
  expect(displayWidth('아메리카노(ICE)')).toBe(15)
  expect(displayWidth('￦1,000')).toBe(7)
})

describe('wrapping', () => {
  test('never overflows and never loses a letter', () => {
    fc.assert(
      fc.property(text, columns, (value, width) => {
        const lines = wrap(value, width)
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
        expect(withoutBlanks(lines.join(''))).toBe(withoutBlanks(value))
        expect(lines.every((line) => line !== '' && line === line.trim())).toBe(true)
      }),
    )
  })
  test('breaks no word that fits on a line, unless a single letter would stand alone after it', () => {
    fc.assert(
      fc.property(text, columns, (value, width) => {
        const lines = wrap(value, width)
        const words = lines.flatMap((line) => line.split(' '))
        const all = value.split(' ').filter((part) => part !== '')
        const broken = all.filter((word) => displayWidth(word) <= width && !words.includes(word))
        expect(broken.length).toBeLessThanOrEqual(Array.from(all.at(-1) ?? '').length === 1 ? 1 : 0)
      }),
    )
  })
  test('never leaves one letter or sign alone on the last line, nor of a word that is broken', () => {
    fc.assert(
      fc.property(text, columns, (value, width) => {
        for (const lines of [wrap(value, width), wrapEvenly(value, width)]) {
          expect(lines.length > 1 && Array.from(lines.at(-1) ?? '').length === 1).toBe(false)
          const words = value.split(' ')
          const ends = lines.slice(1).map((line) => line.split(' ')[0] ?? '')
          const alone = ends.filter((end) => Array.from(end).length === 1 && !words.includes(end))
          expect(alone).toEqual([])
        }
      }),
    )
  })
  test.each([
    ['다음에 또 들러 주세요', 12, ['다음에 또', '들러 주세요']],
    ['가나다라마', 8, ['가나다', '라마']],
    ['따뜻한 차 한 잔', 14, ['따뜻한 차', '한 잔']],
    ['가나다라마바사 아', 14, ['가나다라마', '바사 아']],
    ['고맙습니다 정말로 !', 17, ['고맙습니다', '정말로 !']],
    ['', 10, []],
    ['   ', 10, []],
  ])('%s at %i', (value, width, lines) => {
    expect(wrap(value, width)).toEqual(lines)
  })
  test('in the middle of the paper lines are even, and no more of them', () => {
    fc.assert(
      fc.property(text, columns, (value, width) => {
        const even = wrapEvenly(value, width)
        const usual = wrap(value, width)
        expect(even.length).toBe(usual.length)
        expect(withoutBlanks(even.join(''))).toBe(withoutBlanks(value))
        expect(widest(even)).toBeLessThanOrEqual(width)
      }),
    )
  })
})

test('in the middle of the paper a sentence begins its own line where there is one for it', () => {
  expect(wrapEvenly('다음에 또 들러 주세요. 열 번째 잔은 저희가 살게요.', 42)).toEqual([
    '다음에 또 들러 주세요.',
    '열 번째 잔은 저희가 살게요.',
  ])
  expect(wrapEvenly('고마워요. 또 오세요.', 42)).toEqual(['고마워요. 또 오세요.'])
  expect(wrapEvenly('우리 동네 작은 빵집 정류장', 20)).toEqual(['우리 동네 작은', '빵집 정류장'])
})

describe('text left, figures right', () => {
  test('figures stay whole at the right edge and nothing is lost', () => {
    const figures = fc
      .integer({ min: 0, max: 999_999_999 })
      .map((value) => `${value.toLocaleString('en-US')}원`)
    fc.assert(
      fc.property(text, figures, fc.constantFrom(32, 42, 48), (left, right, width) => {
        const lines = leftRight(left, right, width)
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
        expect(displayWidth(lines.at(-1) ?? '')).toBe(width)
        expect(lines.at(-1)?.endsWith(right)).toBe(true)
        expect(withoutBlanks(lines.join(''))).toBe(withoutBlanks(left) + right)
      }),
    )
  })
  test('a long name is wrapped above its figures', () => {
    expect(leftRight('유기농 제주 말차 크림 소금빵', '12,500원', 20)).toEqual([
      '유기농 제주',
      '말차 크림',
      '소금빵      12,500원',
    ])
  })
  test('figures that leave no room for a name get a line of their own', () => {
    expect(leftRight('카페라떼', '1,234,567,890원', 18)).toEqual(['카페라떼', '   1,234,567,890원'])
  })
})

test('what is shortened says so and fits', () => {
  expect(shorten('크루아상', 8)).toBe('크루아상')
  expect(shorten('크루아상 세트', 9)).toBe('크루아…')
  fc.assert(fc.property(text, columns, (value, width) => displayWidth(shorten(value, width)) <= width))
})
