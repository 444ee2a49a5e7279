import { describe, expect, test } from 'vitest'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { readPapers } from '#backend/receipts/reading/read.ts'
import type { Reading } from '#backend/receipts/reading/reading.ts'
import { paperBytes } from '../../../helpers/receipt-paper.ts'
import { receivedAt } from './plain-paper.ts'

const receipt = (number: string, second: string): string[] => [
  '견본국밥 시험점',
  `2026-02-22 12:00:${second} No.${number}`,
  '-'.repeat(32),
  '순대국                 2  18,000',
  '-'.repeat(32),
  '합계                      18,000',
  '카드                      18,000',
]
const read = (bytes: Uint8Array): Reading[] => readPapers(papersOf(bytes, 'cp949'), { receivedAt })
const readings = (lines: readonly string[]): Reading[] => read(paperBytes(lines))
const told = (documents: readonly Reading[]): (string | number | null)[][] =>
  documents.map((one) => [one.kind, one.receiptNumber, one.total])

const sale = ['sale', '0101', 18000]

describe('receipts among bytes that are none', () => {
  test('two in one burst are two', () => {
    const both = [...receipt('0101', '01'), '«cut»«join»', ...receipt('0102', '09'), '«cut»']
    expect(told(readings(both))).toEqual([sale, ['sale', '0102', 18000]])
  })

  test.each([
    ['status polls around it', ['«poll»«join»', ...receipt('0101', '01'), '«cut»«poll»«join»']],
    ['no cut at the end', receipt('0101', '01')],
    ['half a character at the end', [...receipt('0101', '01'), '감사«hex b0»«join»']],
    ['half a command at the end', [...receipt('0101', '01'), '«hex 1d 56»«join»']],
    [
      'ESC @ in the middle',
      receipt('0101', '01').map((line) => (line.startsWith('합계') ? `«init»${line}` : line)),
    ],
    [
      'noise before it',
      ['«hex 00 ff 81 1b 1d 07 9c fe c7 01 1c»', '«cut»«join»', ...receipt('0101', '01'), '«cut»'],
    ],
    ['a drawer pulse after the cut', [...receipt('0101', '01'), '«cut»«drawer»«join»']],
    ['feeds and a second cut', [...receipt('0101', '01'), '«cut»«feed 3»«cut»']],
  ])('%s', (_, lines) => {
    const documents = readings(lines).filter((one) => one.kind !== 'unknown' && one.kind !== 'drawer')
    expect(told(documents)).toEqual([sale])
  })

  test('a drawer pulse alone is a drawer, and nothing is nothing', () => {
    expect(told(readings(['«drawer»«join»']))).toEqual([['drawer', null, null]])
    expect(read(new Uint8Array())).toEqual([])
  })
})
