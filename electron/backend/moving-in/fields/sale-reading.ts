import { epochOf } from '#shared/dates.ts'
import type { PaymentMethod, Reading } from '../../receipts/reading/reading.ts'
import type { SaleDraft } from './sale-rows.ts'

const noon = 12 * 3_600

/** When it was sold, UTC ms; noon where the list has no time. Null for a day that no calendar has. */
export const soldAt = ({ date, seconds }: Pick<SaleDraft, 'date' | 'seconds'>): number | null => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const start = epochOf(year, month, day)
  return start === null ? null : start + (seconds ?? noon) * 1_000
}

const methods: readonly (readonly [RegExp, PaymentMethod])[] = [
  [/페이|pay|토스|간편/i, 'easy-pay'],
  [/카드|신용|체크|card/i, 'card'],
  [/현금|cash/i, 'cash'],
  [/포인트|적립|마일리지|point/i, 'points'],
  [/상품권|쿠폰|voucher/i, 'voucher'],
  [/이체|계좌|송금|transfer/i, 'transfer'],
  [/선불|정액|충전|회원권|prepaid/i, 'prepaid'],
]

export const methodOf = (text: string): PaymentMethod =>
  methods.find(([pattern]) => pattern.test(text))?.[1] ?? 'other'

/**
 * A sale from a list as if it had been read from its paper, so that it is known by the same marks: whoever has heard the
 * POS for a week already does not get that week twice.
 */
export const readingOfSale = (sale: SaleDraft, businessNumber: string | null): Reading => ({
  kind: sale.refund ? 'refund' : 'sale',
  profile: null,
  confidence: 1,
  copy: null,
  copyOf: null,
  reprint: false,
  store: null,
  businessNumber,
  issuedAt: soldAt(sale),
  receiptNumber: sale.number,
  originalReceipt: null,
  approvalNumber: sale.approval,
  items: sale.items.map(({ name, quantity, unitPrice, amount }) => ({
    name,
    quantity,
    unitPrice,
    amount,
    options: [],
  })),
  discount: sale.discount,
  supply: null,
  vat: null,
  exempt: null,
  total: sale.total,
  payments: sale.method === null ? [] : [{ method: methodOf(sale.method), amount: sale.total }],
  lines: [],
  problems: [],
})
