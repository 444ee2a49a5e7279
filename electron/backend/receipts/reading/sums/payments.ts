import type { PaymentMethod, ReadPayment } from '../reading.ts'
import type { Entries, Entry } from './entries.ts'

export interface Paid {
  readonly payments: readonly ReadPayment[]
  /** Whether they add up to the total; null where the paper names no sums. */
  readonly fits: boolean | null
}

const maxRivals = 8

const paying = (entries: Entries): Entry[] =>
  entries.list.filter(
    (entry) => entry.role === 'payment' && entry.value !== 0 && entry.section !== 'cash-receipt',
  )

const read = (entry: Entry): ReadPayment => ({ method: entry.method ?? 'other', amount: entry.value })

const sum = (payments: readonly { readonly amount: number }[]): number =>
  payments.reduce((whole, payment) => whole + payment.amount, 0)

const firstOf = (entries: Entries, role: Entry['role']): number =>
  entries.list.find((entry) => entry.role === role && entry.value !== 0)?.value ?? 0

/** What change is given on where no cash was paid: a voucher or what was put in is worth more than the goods. */
const changed: readonly PaymentMethod[] = ['voucher', 'transfer', 'prepaid']

const givesChange = (payments: readonly ReadPayment[]): PaymentMethod | null =>
  (['cash', ...changed] as const).find((method) => payments.some((payment) => payment.method === method)) ??
  null

/** The change was given back out of the cash: what stayed is the payment. */
const withoutChange = (payments: readonly ReadPayment[], change: number): ReadPayment[] => {
  let left = Math.abs(change)
  const out = givesChange(payments)
  return payments.map((payment) => {
    if (payment.method !== out || left === 0) return payment
    const taken = Math.min(left, payment.amount)
    left -= taken
    return { ...payment, amount: payment.amount - taken }
  })
}

const specific: readonly PaymentMethod[] = [
  'easy-pay',
  'prepaid',
  'voucher',
  'points',
  'transfer',
  'card',
  'cash',
  'other',
]

/** The subset that adds up: the larger, then the more telling one. */
const subset = (rivals: readonly ReadPayment[], total: number): ReadPayment[] | null => {
  const used = rivals.slice(0, maxRivals)
  let best: ReadPayment[] | null = null
  for (let mask = 1; mask < 1 << used.length; mask += 1) {
    const picked = used.filter((_, index) => (mask & (1 << index)) !== 0)
    if (sum(picked) !== total) continue
    if (best === null || scored(picked) > scored(best)) best = picked
  }
  return best
}

const scored = (payments: readonly ReadPayment[]): number => {
  const kinds = new Set(payments.map((payment) => payment.method)).size
  const telling = payments.reduce(
    (whole, payment) => whole + (specific.length - specific.indexOf(payment.method)),
    0,
  )
  return (kinds === payments.length ? 100 : 0) + telling / payments.length - payments.length / 10
}

const merged = (payments: readonly ReadPayment[]): ReadPayment[] =>
  payments.filter((payment) => payment.amount !== 0)

/** How a total was paid: split payments, cash less its change, the card block where the sums say nothing. */
export const paidFor = (entries: Entries, total: number): Paid => {
  const printed = paying(entries)
    .filter((entry) => entry.section === 'main')
    .map(read)
  // A deposit printed as taken off what is left to pay (`예약금 차감 -60,000`) is a payment all the same.
  const whole = printed.map((payment) => ({ ...payment, amount: Math.abs(payment.amount) }))
  const main = total > 0 && sum(whole) === total ? whole : printed
  const change = Math.abs(firstOf(entries, 'change'))
  const received = firstOf(entries, 'received')
  const stated = entries.stated[0] ?? null
  if (main.length > 0 && sum(main) === total) return { payments: merged(main), fits: true }
  if (change > 0 && sum(main) - change === total && givesChange(main) !== null) {
    return { payments: merged(withoutChange(main, change)), fits: true }
  }
  const approved = entries.list
    .filter(
      (entry) =>
        entry.value !== 0 && (entry.role === 'approved' || (entry.section === 'card' && entry.rank > 0)),
    )
    .map((entry): ReadPayment => ({ method: 'card', amount: entry.value }))
  const other = paying(entries)
    .filter((entry) => entry.section !== 'main')
    .map(read)
  const rivals = [
    ...main,
    ...other,
    ...(main.some((payment) => payment.method === 'card') ? [] : approved.slice(0, 2)),
  ]
  const perhaps = entries.list
    .filter((entry) => entry.role === 'aside' && entry.method !== null && entry.section === 'main')
    .map(read)
  const picked =
    total === 0
      ? null
      : (subset(main, total) ??
        (main.length > 0 ? subset([...main, ...perhaps], total) : null) ??
        subset(rivals, total) ??
        subset(withoutChange(rivals, change), total))
  if (picked !== null) return { payments: merged(picked), fits: true }
  const fromReceived = received !== 0 && received - change === total
  if (main.length === 0 && (fromReceived || received === total) && total !== 0) {
    const method = stated ?? (change === 0 && approved.length > 0 ? 'card' : 'cash')
    return { payments: [{ method, amount: total }], fits: fromReceived ? true : null }
  }
  if (main.length > 0) return { payments: merged(main), fits: false }
  if (stated !== null && total !== 0) return { payments: [{ method: stated, amount: total }], fits: null }
  return { payments: [], fits: null }
}
