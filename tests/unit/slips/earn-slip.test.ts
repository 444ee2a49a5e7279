import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printableText } from '#backend/slips/printable.ts'
import type { EarnSlip } from '#backend/slips/slip.ts'
import { testSlipBlocks } from '#backend/slips/test-slip.ts'
import { displayWidth } from '#shared/display-width.ts'
import { earnSlipBlocks } from '../../helpers/ready-made-slips.ts'
import { aSlip } from './a-slip.ts'

const widths = [32, 42, 48] as const
const textsOf = (slip: EarnSlip, columns: (typeof widths)[number]): string[] =>
  earnSlipBlocks(slip, columns).flatMap((block) => (block.type === 'text' ? [block.text] : []))

test('says who, what, and how many points, at 32 columns', () => {
  expect(textsOf(aSlip, 32)).toEqual([
    '달빛정류장',
    '단골 포인트 전표',
    '--------------------------------',
    '김*희 님               ****-5678',
    '일시       2026-11-22 (일) 14:02',
    '전표 번호          20261122-0007',
    '--------------------------------',
    '아메리카노(ICE)          4,500원',
    '크루아상 ×2             8,400원',
    '--------------------------------',
    '받은 금액               12,900원',
    '이번에 적립',
    '+129점',
    '모은 포인트',
    '3,549점',
    '--------------------------------',
    '다음에 또 들러 주세요.',
    '02-0000-1234',
  ])
})

test.each(widths)('the shop and the points are the largest things on it at %i columns', (columns) => {
  const blocks = earnSlipBlocks(aSlip, columns)
  const sizeOf = (text: string): number[] =>
    blocks.flatMap((block) =>
      block.type === 'text' && block.text === text ? [block.width, block.height] : [],
    )
  expect(sizeOf('달빛정류장')).toEqual([2, 2])
  expect(sizeOf('+129점')).toEqual([3, 3])
  expect(sizeOf('3,549점')).toEqual([2, 2])
})

test('neither name nor number of the customer stands on it in full', () => {
  const all = textsOf(aSlip, 42).join('\n')
  expect(all).toContain('김*희 님')
  expect(all).not.toMatch(/010-?\d{3,4}/)
})

test('a long receipt is summed up', () => {
  const lines = Array.from({ length: 11 }, (_, place) => ({
    name: `품목 ${place}`,
    quantity: 1,
    amount: 1000,
  }))
  const texts = textsOf({ ...aSlip, lines }, 42)
  expect(texts).toContain('외 3가지')
  expect(texts.filter((text) => text.startsWith('품목'))).toHaveLength(8)
})

test('without number, sentence, lines or code it is still a slip', () => {
  const bare: EarnSlip = {
    ...aSlip,
    shop: { name: '가게', phone: null, footer: '', qr: '' },
    customer: { maskedName: '이*', maskedPhone: null },
    lines: [],
    pointsGiven: 0,
  }
  const blocks = earnSlipBlocks(bare, 32)
  expect(blocks.some((block) => block.type === 'qr')).toBe(false)
  expect(textsOf(bare, 32)).toContain('0점')
})

describe('whatever stands on it', () => {
  const words = fc.string({
    unit: fc.constantFrom(...Array.from('가나다라 마바사 ab1 ☕é\u001b')),
    maxLength: 60,
  })
  const won = fc.integer({ min: -99_999_999, max: 999_999_999 })
  const slip: fc.Arbitrary<EarnSlip> = fc.record({
    number: fc.constant('20261122-10234'),
    at: fc.constant(aSlip.at),
    shop: fc.record({
      name: words,
      phone: fc.option(words),
      footer: words,
      qr: fc.constantFrom('', 'https://example.com/', '한글'),
    }),
    customer: fc.record({ maskedName: words, maskedPhone: fc.option(fc.constant('****-5678')) }),
    lines: fc.array(
      fc.record({
        name: words,
        quantity: fc.option(fc.integer({ min: -99, max: 9999 })),
        amount: fc.option(won),
      }),
      { maxLength: 12 },
    ),
    total: won,
    pointsGiven: won,
    balance: won,
  })

  test.each(widths)('no line is wider than %i columns, and all of it can be printed', (columns) => {
    fc.assert(
      fc.property(slip, (value) => {
        for (const block of earnSlipBlocks(value, columns)) {
          if (block.type !== 'text') continue
          expect(displayWidth(block.text) * block.width).toBeLessThanOrEqual(columns)
          expect(printableText(block.text)).toBe(block.text)
        }
      }),
      { numRuns: 60 },
    )
  })
})

test.each(widths)('the test slip shows a ruler of exactly %i columns', (columns) => {
  const texts = testSlipBlocks('계산대 옆 프린터', columns).flatMap((block) =>
    block.type === 'text' ? [block.text] : [],
  )
  expect(texts.some((text) => /^\d+$/.test(text) && text.length === columns)).toBe(true)
  expect(texts).toContain('계산대 옆 프린터')
})
