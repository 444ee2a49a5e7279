import type { Arrival } from '#backend/receipts/entering/entering.service.ts'
import type { ReadItem, Reading } from '#backend/receipts/reading/reading.ts'

/** A sure reading of a sale; change what matters to the test. */
export const saleReading = (change: Partial<Reading> = {}): Reading => ({
  kind: 'sale',
  profile: null,
  confidence: 0.97,
  copy: null,
  copyOf: null,
  reprint: false,
  store: '달빛정류장',
  businessNumber: '1234567891',
  issuedAt: Date.UTC(2026, 10, 22, 3, 0, 0),
  receiptNumber: null,
  originalReceipt: null,
  approvalNumber: null,
  items: [item('아메리카노', 10_000)],
  discount: 0,
  supply: null,
  vat: null,
  exempt: null,
  total: 10_000,
  payments: [{ method: 'card', amount: change.total ?? 10_000 }],
  lines: [],
  problems: [],
  ...change,
})

export const item = (name: string, amount: number, quantity = Math.sign(amount) || 1): ReadItem => ({
  name,
  unitPrice: Math.abs(amount),
  quantity,
  amount,
  options: [],
})

/** The same as a refund: everything negative. */
export const refundReading = (change: Partial<Reading> = {}): Reading =>
  saleReading({
    kind: 'refund',
    total: -10_000,
    items: [item('아메리카노', -10_000)],
    ...change,
  })

let place = 0

/** A reading on its way into the ledger, each from a place of its own. */
export const arrivalOf = (reading: Reading, change: Partial<Arrival> = {}): Arrival => {
  place += 1
  const text = `${place} ${JSON.stringify(reading)}`
  const bytes = new TextEncoder().encode(text)
  return {
    placed: {
      paper: {
        lines: [],
        from: 0,
        to: bytes.length,
        endedBy: 'cut',
        images: [],
        codes: [],
        drawerPulses: 0,
        display: [],
      },
      bytes,
      captureSeq: place,
      fromByte: 0,
      toByte: bytes.length,
      next: { seq: place, offset: bytes.length },
    },
    reading,
    sourceId: 'pos',
    sourceName: 'POS',
    encoding: 'cp949',
    receivedAt: (reading.issuedAt ?? Date.UTC(2026, 10, 22, 3)) + 1_000,
    fromLine: true,
    ...change,
  }
}
