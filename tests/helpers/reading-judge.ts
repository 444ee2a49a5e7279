import {
  isCountable,
  type ReadItem,
  type Reading,
  type ReadOption,
  type ReadPayment,
} from '../../electron/backend/receipts/reading/reading.ts'
import { isoKorea } from '../../shared/dates.ts'
import type {
  ExpectedDocument,
  ExpectedItem,
  ExpectedOption,
  ExpectedPayment,
} from '../fixtures/receipts/fixture.ts'

/** A reading of at least this confidence may enter the ledger by itself. */
const sureFrom = 0.9

/** What a wrong reading may get wrong and still leave the ledger's figures right. */
const harmless: ReadonlySet<string> = new Set(['store', 'copy', 'businessNumber'])

const bare = (text: string | null): string => (text ?? '').replaceAll(/\s/g, '')

const sameOption = (expected: ExpectedOption, read: ReadOption | undefined): boolean =>
  read !== undefined &&
  bare(read.name) === bare(expected.name) &&
  (expected.quantity === undefined || read.quantity === expected.quantity) &&
  (expected.amount === undefined || (read.amount ?? 0) === (expected.amount ?? 0))

const sameItem = (expected: ExpectedItem, read: ReadItem | undefined): boolean =>
  read !== undefined &&
  bare(read.name) === bare(expected.name) &&
  read.amount === expected.amount &&
  (expected.quantity === undefined || read.quantity === expected.quantity) &&
  (expected.unitPrice === undefined || read.unitPrice === expected.unitPrice) &&
  (expected.options === undefined ||
    (expected.options.length === read.options.length &&
      expected.options.every((option, at) => sameOption(option, read.options[at]))))

const sameItems = (expected: readonly ExpectedItem[], read: readonly ReadItem[]): boolean =>
  expected.length === read.length && expected.every((item, at) => sameItem(item, read[at]))

const paymentKey = (payment: ExpectedPayment | ReadPayment): string => `${payment.method} ${payment.amount}`

/** The order in which payments are printed says nothing. */
const samePayments = (expected: readonly ExpectedPayment[], read: readonly ReadPayment[]): boolean =>
  expected.map(paymentKey).sort().join() === read.map(paymentKey).sort().join()

const kindsOf = (expected: ExpectedDocument): readonly string[] =>
  expected.kind === undefined ? [] : typeof expected.kind === 'string' ? [expected.kind] : expected.kind

export const isSure = (read: Reading): boolean => isCountable(read.kind) && read.confidence >= sureFrom

/** The papers whose figures belong into the ledger. */
export const isSale = (expected: ExpectedDocument): boolean =>
  expected.doubtful !== true && kindsOf(expected).some((kind) => /^(sale|refund|order)$/.test(kind))

export const kindIsRight = (expected: ExpectedDocument, read: Reading | undefined): boolean =>
  read !== undefined && (expected.kind === undefined || kindsOf(expected).includes(read.kind))

const plainKeys = [
  'copy',
  'copyOf',
  'reprint',
  'businessNumber',
  'receiptNumber',
  'originalReceipt',
  'discount',
  'supply',
  'vat',
  'exempt',
  'total',
] as const

/** The keys that were read otherwise than expected; keys that are not expected are not judged. */
export const differences = (expected: ExpectedDocument, read: Reading | undefined): readonly string[] => {
  if (!read) return ['missing']
  const wrong: string[] = plainKeys.filter((key) => key in expected && expected[key] !== read[key])
  if (!kindIsRight(expected, read)) wrong.push('kind')
  if (expected.store !== undefined && bare(expected.store) !== bare(read.store)) wrong.push('store')
  if (expected.issuedAt !== undefined) {
    const at = read.issuedAt === null ? null : isoKorea(read.issuedAt)
    if (at !== expected.issuedAt) wrong.push('issuedAt')
  }
  if (expected.items && !sameItems(expected.items, read.items)) wrong.push('items')
  if (expected.payments && !samePayments(expected.payments, read.payments)) wrong.push('payments')
  if (expected.doubtful && isSure(read)) wrong.push('doubtful')
  return wrong
}

/** The worst failure: figures that are wrong and would enter the ledger with nobody asked. */
export const isSureAndWrong = (expected: ExpectedDocument, read: Reading | undefined): boolean =>
  read !== undefined && isSure(read) && differences(expected, read).some((key) => !harmless.has(key))
