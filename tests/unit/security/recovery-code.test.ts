import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalRecoveryCode, recoveryBytes, recoveryCode } from '#backend/security/recovery-code.ts'

const chance = fc.uint8Array({ minLength: recoveryBytes, maxLength: recoveryBytes })

describe('recovery code', () => {
  it('is eight groups of four letters that cannot be misread', () => {
    fc.assert(
      fc.property(chance, (bytes) => {
        expect(recoveryCode(bytes)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
      }),
    )
  })

  it('carries 150 bits: another bit of chance gives another code', () => {
    fc.assert(
      fc.property(chance, fc.nat({ max: 149 }), (bytes, bit) => {
        const other = Uint8Array.from(bytes)
        other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7))
        expect(recoveryCode(other)).not.toBe(recoveryCode(bytes))
      }),
    )
  })

  it('is understood as people type it: small letters, blanks, I and L for 1, O for 0', () => {
    fc.assert(
      fc.property(chance, fc.constantFrom('', ' ', '-', ' – ', '\n', '　'), (bytes, between) => {
        const code = recoveryCode(bytes)
        const typed = code
          .toLowerCase()
          .split('-')
          .join(between)
          .replace('1', 'l')
          .replace('1', 'I')
          .replaceAll('0', 'o')
        expect(normalRecoveryCode(typed)).toBe(code.replaceAll('-', ''))
      }),
    )
  })

  it('is understood in full-width letters, as a Korean keyboard may give them', () => {
    const code = recoveryCode(new Uint8Array(recoveryBytes).fill(0x5a))
    const wide = code.replace(/[0-9A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
    expect(normalRecoveryCode(wide)).toBe(code.replaceAll('-', ''))
  })

  it('tells almost every slip of the pen before a key is tried', () => {
    const code = recoveryCode(Uint8Array.from({ length: recoveryBytes }, (_, index) => index * 7)).replaceAll(
      '-',
      '',
    )
    let missed = 0
    for (let place = 0; place < code.length; place += 1) {
      for (const letter of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (letter === code[place]) continue
        if (normalRecoveryCode(code.slice(0, place) + letter + code.slice(place + 1)) !== null) missed += 1
      }
    }
    expect(missed).toBeLessThan(8)
  })

  it.each(['', 'ABCD', 'U'.repeat(32), '가'.repeat(32), '0'.repeat(33), '-'.repeat(40)])(
    'refuses %j',
    (typed) => {
      expect(normalRecoveryCode(typed)).toBeNull()
    },
  )
})
