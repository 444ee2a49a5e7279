import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { identityOf } from '#backend/receipts/reading/identity.ts'
import { readPapers } from '#backend/receipts/reading/read.ts'
import type { Reading } from '#backend/receipts/reading/reading.ts'
import { readingFaults } from '../../../helpers/reading-faults.ts'
import { itemsOf, paperOf, readText, receivedAt } from './plain-paper.ts'
import { randomReceipt } from './random-layouts.ts'

const faultsIn = (readings: readonly Reading[]): string[] => readings.flatMap(readingFaults)

const pieces = fc.constantFrom(
  '합계',
  '받을금액',
  '1,000',
  '-400',
  '카드',
  '상품명 단가 수량 금액',
  '------------',
  '라면',
  '2',
  'x',
  '4,500원',
  '(1,000)',
  '영수증(취소)',
  '주방',
  '2026-10-01 14:30:11',
  '할인',
  '└치즈',
  '*',
  ' ',
  '  ',
  ':',
  '/',
  '[',
  ']',
  '부가세',
  '면세',
  '₩',
  '0',
  '9'.repeat(30),
  '거스름',
)
const noisyLine = fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join(' '))

describe('receipts in random layouts', () => {
  test('read back exactly, and know it', () => {
    fc.assert(
      fc.property(randomReceipt, (receipt) => {
        const reading = readText(receipt.text)
        expect(itemsOf(reading)).toEqual(receipt.items)
        expect(reading.total).toBe(receipt.total)
        expect(reading.discount).toBe(receipt.discount)
        expect(reading.confidence).toBeGreaterThanOrEqual(0.9)
      }),
      { numRuns: 400 },
    )
  })

  test('one changed digit in the total is never sure of itself', () => {
    fc.assert(
      fc.property(randomReceipt, (receipt) => {
        const printed = receipt.total.toLocaleString('en-US')
        const wrong = (receipt.total + 1000).toLocaleString('en-US')
        const at = receipt.text.lastIndexOf(printed, receipt.text.lastIndexOf(printed) - 1)
        fc.pre(at > 0 && !receipt.items.some((item) => item.endsWith(`=${receipt.total}`)))
        const reading = readText(receipt.text.slice(0, at) + wrong + receipt.text.slice(at + printed.length))
        expect(reading.confidence < 0.9 || reading.total === receipt.total).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

describe('any paper', () => {
  test('of receipt words in any order is read without harm', () => {
    fc.assert(
      fc.property(fc.array(noisyLine, { maxLength: 30 }), (lines) => {
        const papers = [paperOf(lines.join('\n')), paperOf(lines.toReversed().join('\n'))]
        const readings = readPapers(papers, { receivedAt })
        expect(faultsIn(readings)).toEqual([])
        expect(readings.every((reading) => identityOf(reading, receivedAt).key !== '')).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('of any signs is read without harm', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { maxLength: 20 }), (lines) => {
        expect(faultsIn(readPapers([paperOf(lines.join('\n'))], { receivedAt }))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('of any bytes is read without harm', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(faultsIn(readPapers(papersOf(bytes, 'cp949'), { receivedAt }))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('a line without end costs no more than a long one', () => {
    const endless = [
      ' '.repeat(200_000),
      '1'.repeat(200_000),
      `라면 ${'/ '.repeat(100_000)}`,
      '('.repeat(200_000),
    ]
    const [reading] = readPapers([paperOf(endless.map((line) => `${line}x`).join('\n'))], { receivedAt })
    expect(reading?.lines.map((line) => line.length)).toEqual(endless.map((line) => line.length + 1))
  })

  test('a paper of 5,000 long lines is read, and soon enough to go on', () => {
    const line = `${'라면 '.repeat(40)}1 4,500`
    const [reading] = readPapers([paperOf(Array.from({ length: 5000 }, () => line).join('\n'))], {
      receivedAt,
    })
    expect(reading?.lines).toHaveLength(5000)
  })
})
