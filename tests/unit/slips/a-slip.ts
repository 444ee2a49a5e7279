import type { EarnSlip } from '#backend/slips/slip.ts'

/** Fictitious, and a Sunday afternoon. */
export const aSlip: EarnSlip = {
  number: '20261122-0007',
  at: Date.UTC(2026, 10, 22, 5, 2),
  shop: {
    name: '달빛정류장',
    phone: '02-0000-1234',
    footer: '다음에 또 들러 주세요.',
    qr: 'https://example.com/s/7',
  },
  customer: { maskedName: '김*희', maskedPhone: '****-5678' },
  lines: [
    { name: '아메리카노(ICE)', quantity: 1, amount: 4500 },
    { name: '크루아상', quantity: 2, amount: 8400 },
  ],
  total: 12_900,
  pointsGiven: 129,
  balance: 3549,
}
