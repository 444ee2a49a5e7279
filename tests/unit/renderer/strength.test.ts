import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isStrongEnough } from '#backend/security/wraps.ts'
import { strengthOf } from '../../../renderer/features/unlock/strength.ts'

describe('how hard a passphrase is to guess', () => {
  it.each(['12345678', 'aaaaaaaaaaaa', 'abcdefghij', 'password1', '01012345678', '단골', 'qwer1234'])(
    '%s is weak',
    (passphrase) => expect(strengthOf(passphrase)).toBe('weak'),
  )
  it.each(['비 오는 날엔 라떼 두 잔', 'correct horse battery', '우리가게 커피는 맛있다!'])(
    '%s is strong',
    (passphrase) => expect(strengthOf(passphrase)).toBe('strong'),
  )
  it('says nothing bad about an empty field', () => expect(strengthOf('')).toBe('empty'))
  it('never passes what the ledger would refuse', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30, unit: 'grapheme' }), (passphrase) => {
        const strength = strengthOf(passphrase)
        expect((strength === 'fair' || strength === 'strong') && !isStrongEnough(passphrase)).toBe(false)
      }),
    )
  })
})
