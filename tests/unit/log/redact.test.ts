import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hidden, redact, redactText } from '#backend/platform/log/redact.ts'
import { DangolError } from '#shared/errors.ts'

const phones = [
  '010-1234-5678',
  '01012345678',
  '010 1234 5678',
  '010.1234.5678',
  '(010) 1234-5678',
  '+82 10-1234-5678',
  '+82 10 1234 5678',
  '+821012345678',
  '+82-(0)10-1234-5678',
  '0082 10 1234 5678',
  '０１０－１２３４－５６７８',
  '０１０１２３４５６７８',
  '011-123-4567',
  '02-123-4567',
  '0212345678',
  '031-123-4567',
  '0505-123-4567',
  '070-1234-5678',
  '10-1234-5678',
]
const cards = [
  '1234-5678-9012-3456',
  '1234567890123456',
  '1234 5678 9012 3456',
  '1234-56**-****-3456',
  '123456789012345',
]

describe('redactText', () => {
  it.each(phones)('hides the phone %s', (phone) => {
    expect(redactText(`customer ${phone} called`)).toBe(`customer ${hidden} called`)
    expect(redactText(phone)).toBe(hidden)
  })

  it.each(cards)('hides the card %s', (card) => {
    expect(redactText(`paid by ${card}.`)).toBe(`paid by ${hidden}.`)
  })

  it('hides several in one text', () => {
    expect(redactText('010-1234-5678, 01000000001')).toBe(`${hidden}, ${hidden}`)
  })

  it.each([
    'port 9100',
    '2026-11-22',
    '13,500원',
    '127.0.0.1:9100',
    'COM3 9600 baud',
    '20261122-0007',
    '/dev/ttyUSB0',
  ])('leaves %s alone', (text) => {
    expect(redactText(text)).toBe(text)
  })

  it('never leaves a mobile number standing, whatever is around it', () => {
    const number = fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 9999 }))
    const around = fc.string({ maxLength: 12 }).map((text) => text.replace(/\d/g, '').replace(/[*xX]/g, ''))
    fc.assert(
      fc.property(
        around,
        number,
        fc.constantFrom('', '-', ' ', '.'),
        around,
        (before, [a, b], sign, after) => {
          const phone = ['010', String(a).padStart(4, '0'), String(b).padStart(4, '0')].join(sign)
          expect(redactText(`${before}${phone}${after}`)).not.toContain(phone)
        },
      ),
    )
  })
})

describe('redact', () => {
  it('hides personal fields at any depth, and keeps figures', () => {
    expect(
      redact({
        customer: { name: '김영희', phone: '01012345678', memo: 'x', id: 7 },
        points: 120,
        list: [{ query: '5678' }],
      }),
    ).toEqual({
      customer: { name: hidden, phone: hidden, memo: hidden, id: 7 },
      points: 120,
      list: [{ query: hidden }],
    })
  })

  it('keeps an error’s code and hides numbers in its message and cause', () => {
    const error = new DangolError('ledger.io', {}, { cause: new Error('card 1234-5678-9012-3456') })
    const shown = JSON.stringify(redact({ error }))
    expect(shown).toContain('ledger.io')
    expect(shown).not.toContain('9012')
  })

  it('drops bytes and stops at deep nesting', () => {
    expect(redact({ raw: new Uint8Array(5) })).toEqual({ raw: '[5 bytes]' })
    const ring: Record<string, unknown> = {}
    ring['self'] = ring
    expect(JSON.stringify(redact(ring))).toContain('[deep]')
  })

  it('copes with any value', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(() => JSON.stringify([redact(value)])).not.toThrow()
      }),
    )
  })
})
