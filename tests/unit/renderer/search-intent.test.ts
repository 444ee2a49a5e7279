import { describe, expect, it } from 'vitest'
import { joinStart } from '../../../renderer/features/counter/search-intent.ts'

describe('what was typed, as the start of joining', () => {
  it.each([
    ['01000005678', '01000005678'],
    ['010-0000-5678', '01000005678'],
    ['+821000005678', '01000005678'],
    // As people say it: without the 010 that everybody has.
    ['12345678', '01012345678'],
    ['0160001234', '0160001234'],
  ])('%s is the whole number %s', (typed, phone) => {
    expect(joinStart(typed)).toEqual({ phone, name: '', complete: true })
  })
  it.each(['5678', '', '02-000-0000', '0100000567', '00000000'])('%s is no whole mobile number', (typed) => {
    expect(joinStart(typed).complete).toBe(false)
  })
  it('keeps a beginning, but not four last digits, which are no beginning', () => {
    expect(joinStart('010123').phone).toBe('010123')
    expect(joinStart('5678').phone).toBe('')
  })
  it('takes anything else for a name', () => {
    expect(joinStart(' 홍길동 ')).toEqual({ phone: '', name: '홍길동', complete: false })
  })
})
