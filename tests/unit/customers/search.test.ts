import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namePattern } from '#backend/customers/finding/name-pattern.ts'
import { searchQueryOf } from '#backend/customers/finding/search-query.ts'
import { beginningWith } from '#backend/customers/finding/text-range.ts'

describe('what was typed', () => {
  it.each([
    ['5678', { kind: 'digits', digits: '5678' }],
    ['010-1234', { kind: 'digits', digits: '0101234' }],
    ['+82 10-1234', { kind: 'digits', digits: '0101234' }],
    ['５６７８', { kind: 'digits', digits: '5678' }],
    ['ㄱㅇㅎ', { kind: 'initials', initials: 'ㄱㅇㅎ' }],
    ['ㄱ ㅇ', { kind: 'initials', initials: 'ㄱㅇ' }],
    ['\u1100\u110b', { kind: 'initials', initials: 'ㄱㅇ' }],
    ['', { kind: 'nothing' }],
    ['  ', { kind: 'nothing' }],
    ['-', { kind: 'nothing' }],
    ['김영희', { kind: 'name', text: '김영희' }],
    ['kim', { kind: 'name', text: 'kim' }],
  ])('%j is understood', (typed, expected) => {
    expect(searchQueryOf(typed)).toMatchObject(expected)
  })

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(['nothing', 'digits', 'initials', 'name']).toContain(searchQueryOf(typed).kind)
      }),
    )
  })
})

describe('a half-typed name', () => {
  it.each([
    ['김', '김영희', true],
    ['기', '김영희', true],
    ['기', '가영희', false],
    ['김여', '김영희', true],
    ['김ㅇㅎ', '김영희', true],
    ['김ㅇㅎ', '김철수', false],
    ['ㄱ영희', '김영희', true],
    ['김영희', '김 영희', true],
    ['영희', '김영희', false],
    ['kim', 'Kim', true],
    ['김영희수', '김영희', false],
  ])('%s against %s is %s', (typed, name, matches) => {
    expect(namePattern(typed).matches(name)).toBe(matches)
  })

  it('never leaves a match outside its range', () => {
    const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCodePoint(code))
    const initial = fc.constantFrom(...Array.from('ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎㄲㄸㅃㅆㅉ'))
    const typed = fc
      .array(fc.oneof(syllable, initial), { minLength: 1, maxLength: 4 })
      .map((all) => all.join(''))
    const name = fc.array(syllable, { minLength: 1, maxLength: 4 }).map((all) => all.join(''))
    fc.assert(
      fc.property(typed, name, (query, person) => {
        const { range, matches } = {
          range: namePattern(query).range,
          matches: namePattern(query).matches(person),
        }
        const inside = person >= range.from && (range.before === null || person < range.before)
        expect(matches && !inside).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('a beginning holds exactly the texts that begin so', () => {
    const text = fc.string({ maxLength: 4 })
    fc.assert(
      fc.property(text, text, (head, other) => {
        const { from, before } = beginningWith(head)
        const inside = (one: string): boolean => one >= from && (before === null || one < before)
        expect(inside(head + other)).toBe(true)
        expect(inside(other)).toBe(other.startsWith(head))
      }),
    )
  })
})
