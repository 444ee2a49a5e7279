import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import type { ExpectedDocument, ExpectedItem, ReceiptFixture } from '../../fixtures/receipts/fixture.ts'
import { fourthFreshReceipts } from '../../fixtures/receipts/fresh/fourth/index.ts'
import { freshReceipts } from '../../fixtures/receipts/fresh/index.ts'
import { secondFreshReceipts } from '../../fixtures/receipts/fresh/second/index.ts'
import { thirdFreshReceipts } from '../../fixtures/receipts/fresh/third/index.ts'
import { knownReceipts } from '../../fixtures/receipts/known/index.ts'
import { unseenReceipts } from '../../fixtures/receipts/unseen/index.ts'

const all: readonly ReceiptFixture[] = [
  ...knownReceipts,
  ...unseenReceipts,
  ...freshReceipts,
  ...secondFreshReceipts,
  ...thirdFreshReceipts,
  ...fourthFreshReceipts,
]
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const optionAmounts = (items: readonly ExpectedItem[]): number =>
  sum(items.flatMap((item) => item.options ?? []).map((option) => option.amount ?? 0))

/** What an accountant finds wrong with an expectation; nothing where the paper does not claim a sum. */
const imbalances = (document: ExpectedDocument): readonly string[] => {
  const { total, items, supply, vat, payments } = document
  if (total === undefined || total === null || document.doubtful) return []
  const found: string[] = []
  const signed = total < 0 ? -(document.discount ?? 0) : (document.discount ?? 0)
  if (items && sum(items.map((item) => item.amount)) + optionAmounts(items) - signed !== total)
    found.push('items')
  if (typeof supply === 'number' && typeof vat === 'number') {
    if (supply + vat + (document.exempt ?? 0) !== total) found.push('tax')
  }
  if (payments && sum(payments.map((payment) => payment.amount)) !== total) found.push('payments')
  for (const item of items ?? []) {
    if (typeof item.unitPrice === 'number' && item.quantity !== undefined) {
      const each = item.unitPrice * item.quantity
      if (each !== item.amount) found.push(`unit price of ${item.name}`)
    }
  }
  return found
}

describe('receipt fixtures', () => {
  test('have names of their own', () => {
    expect(new Set(all.map((each) => each.name)).size).toBe(all.length)
  })

  test.each(all.map((each) => [each.name, each] as const))('%s can be printed and adds up', (_, each) => {
    expect(iconv.decode(iconv.encode(each.text, each.encoding), each.encoding)).toBe(each.text)
    expect(each.documents.flatMap(imbalances)).toEqual([])
  })

  test.each(all.map((each) => [each.name, each] as const))(
    '%s prints the figures it is judged by',
    (_, each) => {
      const digits = each.text.replaceAll(/[,\s]/g, '')
      const judged = each.documents.flatMap((document) => [
        document.total,
        document.supply,
        document.vat,
        ...(document.items ?? []).map((item) => item.amount),
      ])
      const missing = judged.filter(
        (value) => typeof value === 'number' && !digits.includes(String(Math.abs(value))),
      )
      expect(missing).toEqual([])
    },
  )

  test('hold nobody real: mobile phones are of the fictitious ranges', () => {
    const phones = all.flatMap((each) => each.text.match(/01[016-9]-?\d{3,4}-?\d{4}/g) ?? [])
    expect(phones.filter((phone) => !/^010-?(0000|1234)-?\d{4}$/.test(phone))).toEqual([])
  })
})
