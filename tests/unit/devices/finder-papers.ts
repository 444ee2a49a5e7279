import iconv from 'iconv-lite'
import { createTill } from '#backend/devices/simulated/receipt-bytes.ts'

const at = Date.UTC(2026, 10, 22, 3)
const plain = [
  '단골커피 시험점',
  '사업자번호: 123-45-67891',
  '2026-11-22 12:03:11',
  '아메리카노(ICE)   2    9,000',
  '--------------------------------',
  '합  계              9,000',
  '신용카드            9,000',
  '이용해 주셔서 감사합니다',
  '',
].join('\r\n')

/** Receipts as they are when the line is set right. */
export const fixtures: readonly (readonly [string, Uint8Array, 'cp949' | 'utf8'])[] = [
  ...(['A', 'B', 'C'] as const).map(
    (layout) =>
      [`layout ${layout}`, createTill({ seed: 9, layout, returns: 0 }).next(at).bytes, 'cp949'] as const,
  ),
  ['plain CP949', iconv.encode(plain, 'cp949'), 'cp949'],
  ['plain UTF-8', Buffer.from(plain), 'utf8'],
]
