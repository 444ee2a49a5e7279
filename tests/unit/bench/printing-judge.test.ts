import { expect, test } from 'vitest'
import { judge, type LedgerSlip, seenOn } from '../../bench/printing/judge.ts'

const slip = (number: number, more: Partial<LedgerSlip> = {}): LedgerSlip => ({
  number: `20261122-000${number}`,
  copy: 0,
  state: 'confirmed',
  settled: true,
  ...more,
})
const paper = (number: number, mark = ''): string =>
  `${mark}\n전표 20261122-000${number}\n아메리카노\n끝 20261122-000${number}\n`

test('papers and ledger that agree are found to agree', () => {
  const found = judge(
    [slip(1), slip(1, { copy: 2 }), slip(2, { state: 'unknown' }), slip(3, { state: 'failed' })],
    [paper(1) + paper(1, ' 재출력 2 ')],
  )
  expect(found).toMatchObject({
    lost: [],
    doubled: [],
    unwanted: [],
    outOfOrder: 0,
    unknown: 1,
    unknownPrinted: 0,
  })
})

test('each way in which they may disagree is found', () => {
  const ledger = [slip(1), slip(2), slip(3), slip(4, { state: 'failed' }), slip(5, { settled: false })]
  const half = '전표 20261122-0001\n아메리카노'
  const found = judge(ledger, [half + paper(3) + paper(2) + paper(2), paper(4)])
  expect(found).toMatchObject({
    lost: ['20261122-0001/0 confirmed', '20261122-0005/0 confirmed'],
    doubled: ['20261122-0002/0 confirmed'],
    unwanted: ['20261122-0004/0 failed'],
    outOfOrder: 1,
  })
})

test('a mark belongs to the slip below it, and to that one only', () => {
  expect(seenOn(paper(1, '재출력') + paper(1)).order).toEqual(['20261122-0001/1', '20261122-0001/0'])
})
