import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchCustomers } from '#backend/customers/finding/search.service.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'

forgetTemplate()

const filled = async (memos: readonly string[]) => {
  const { ledger } = await freshLedger()
  const customer = ledger.db.prepare(
    "INSERT INTO customer (id, name, initials, memo, joined_on, created_at, updated_at) VALUES (?, '이철', 'ㅇㅊ', ?, '2026-11-22', 0, 0)",
  )
  const figures = ledger.db.prepare(
    'INSERT INTO customer_figures (customer_id, visits, spend, points) VALUES (?, 0, 0, 0)',
  )
  ledger.db.transaction(() => {
    memos.forEach((memo, index) => {
      customer.run(index + 1, memo)
      figures.run(index + 1)
    })
  })()
  return ledger
}

describe('a word of a memo', () => {
  it('is found however many others have its letters', async () => {
    const ledger = await filled(Array.from({ length: 1_200 }, (_, index) => `단체 예약 잦음 ${index}`))
    for (const index of [0, 601, 1_199]) {
      const found = searchCustomers(ledger.reader, `잦음 ${index}`).map(({ id }) => id)
      expect(found).toContain(index + 1)
    }
    expect(searchCustomers(ledger.reader, '잦음 1199')).toHaveLength(1)
    expect(searchCustomers(ledger.reader, '잦음 9999')).toEqual([])
  })

  it('is found exactly where a plain search would find it', async () => {
    const letter = fc.constantFrom(...Array.from('가나다라 '))
    const memo = fc.string({ unit: letter, minLength: 1, maxLength: 12 })
    const memos = fc.sample(memo, { numRuns: 150, seed: 11 })
    const ledger = await filled(memos)
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('가나다라')), minLength: 2, maxLength: 5 }),
        (word) => {
          const plain = memos.flatMap((text, index) =>
            text.replaceAll(' ', '').includes(word) ? [index + 1] : [],
          )
          const found = searchCustomers(ledger.reader, word).map(({ id }) => id)
          expect(found.length).toBe(Math.min(20, plain.length))
          for (const id of found) expect(plain).toContain(id)
        },
      ),
      { numRuns: 80 },
    )
  })
})
