import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayWidth } from '#shared/display-width.ts'
import { shortened, tableLines } from '../../../dev/demo/table.ts'

const columns = [
  { title: 'name', side: 'left' },
  { title: 'won', side: 'right' },
  { title: 'slip', side: 'left' },
] as const

test('columns stand under each other with Hangul two columns wide', () => {
  expect(
    tableLines(columns, [
      ['라떼', '5,000', '-'],
      ['ice tea', '-500', '20261122-0001'],
    ]),
  ).toEqual([
    'name       won  slip',
    '-------  -----  -------------',
    '라떼     5,000  -',
    'ice tea   -500  20261122-0001',
  ])
})

test('a table without rows is its head', () => {
  expect(tableLines(columns, [])).toEqual(['name  won  slip', '----  ---  ----'])
})

test('a text is cut only when it is too wide, and never gets wider than allowed', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '가', ' ', '※') }),
      fc.integer({ min: 2, max: 30 }),
      (text, most) => {
        const short = shortened(text, most)
        expect(displayWidth(short)).toBeLessThanOrEqual(most)
        expect(short === text || displayWidth(text) > most).toBe(true)
        expect(short === text || text.startsWith(short.slice(0, -2))).toBe(true)
      },
    ),
  )
})
