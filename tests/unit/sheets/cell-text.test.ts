import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellOf, keptCell, keptText } from '#backend/sheets/cell-text.ts'
import { choices, columnInfo } from '#backend/sheets/column.ts'

const of = (kind: Parameters<typeof columnInfo>[1], text: string) =>
  cellOf(columnInfo('gender', kind, 100, { options: choices('female', 'male') }), 'customers', text)

describe('what a typed or pasted text means', () => {
  it.each([
    ['won', '13,500원', 13_500],
    ['won', '₩ 13 500', 13_500],
    ['won', '(500)', -500],
    ['won', '−500', -500],
    ['won', '１２，３００', 12_300],
    ['number', '1.5', 1.5],
    ['points', '120점', 120],
    ['date', '2026-11-22', '2026-11-22'],
    ['date', '2026. 1. 2.', '2026-01-02'],
    ['date', '2026년 1월 2일', '2026-01-02'],
    ['date', '90.1.2', '1990-01-02'],
    ['date', '20260102', '2026-01-02'],
    ['date', '2026/1/2 13:00', '2026-01-02'],
    ['bool', '예', 1],
    ['bool', 'NO', 0],
    ['phone', '010 0000 5678', '01000005678'],
    ['choice', '여', 'female'],
    ['choice', 'Male', 'male'],
    ['tags', '단골; 창가, 단골', '단골, 창가'],
    ['text', '  창가 ', '창가'],
    ['won', '', null],
    ['text', ' ', null],
  ] as const)('%s: %s', (kind, text, value) => {
    expect(of(kind, text)).toEqual({ ok: true, value })
  })

  it.each([
    ['won', '1.5'],
    ['won', '만원'],
    ['number', '1e999'],
    ['number', '1,2,x'],
    ['date', '2026-02-30'],
    ['date', '어제'],
    ['bool', '글쎄'],
    ['phone', '12'],
    ['choice', '고양이'],
    ['moment', '2026-01-01'],
  ] as const)('%s refuses %s', (kind, text) => {
    expect(of(kind, text)).toEqual({ ok: false })
  })

  it('never throws, and keeps what it gave', () => {
    const kinds = ['text', 'phone', 'number', 'won', 'points', 'date', 'choice', 'tags', 'bool'] as const
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.string({ unit: 'binary', maxLength: 60 }), (kind, text) => {
        const parsed = of(kind, text)
        const value = parsed.ok ? parsed.value : null
        expect(keptCell(kind, keptText(value))).toEqual(value)
      }),
      { numRuns: 300 },
    )
  })
})
