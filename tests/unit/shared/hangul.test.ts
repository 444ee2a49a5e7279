import { describe, expect, it } from 'vitest'
import { initialsOf, isInitials } from '#shared/hangul.ts'
import { maskName } from '#shared/names.ts'

describe('initial consonants', () => {
  it.each([
    ['김영희', 'ㄱㅇㅎ'],
    ['남궁 민수', 'ㄴㄱㅁㅅ'],
    ['까치', 'ㄲㅊ'],
    ['Kim 영', 'ㅇ'],
    ['', ''],
    ['김영희'.normalize('NFD'), 'ㄱㅇㅎ'],
  ])('%s → %s', (name, initials) => expect(initialsOf(name)).toBe(initials))

  it('tells a query of initials from a name', () => {
    expect(isInitials('ㄱㅇㅎ')).toBe(true)
    expect(['김', 'ㄱ영', 'ㅏ', '', '5678'].some(isInitials)).toBe(false)
  })
})

describe('masked names', () => {
  it.each([
    ['김영희', '김*희'],
    ['이철', '이*'],
    ['남궁민수', '남**수'],
    ['봄', '*'],
    ['  ', ''],
    [' 김영희 ', '김*희'],
  ])('%s → %s', (name, masked) => expect(maskName(name)).toBe(masked))
})
