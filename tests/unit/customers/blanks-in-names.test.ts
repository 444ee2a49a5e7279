import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { namePattern } from '#backend/customers/finding/name-pattern.ts'
import { searchCustomers } from '#backend/customers/finding/search.service.ts'
import { initialsOf } from '#shared/hangul.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'

forgetTemplate()

const shopOf = async (names: readonly string[]) => {
  const { ledger } = await freshLedger()
  const customer = ledger.db.prepare(
    "INSERT INTO customer (id, name, initials, memo, joined_on, created_at, updated_at) VALUES (?, ?, ?, '', '2026-11-22', 0, 0)",
  )
  const figures = ledger.db.prepare(
    'INSERT INTO customer_figures (customer_id, visits, spend, points) VALUES (?, 0, 0, 0)',
  )
  ledger.db.transaction(() => {
    names.forEach((name, index) => {
      customer.run(index + 1, name, initialsOf(name))
      figures.run(index + 1)
    })
  })()
  return ledger.reader
}

const letters = Array.from('김가나희a9·')
const blank = fc.constantFrom(' ', '  ', '\u3000', '\u00a0', '\t')
const name = fc
  .tuple(
    fc.constantFrom(...letters),
    fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...letters) }, blank), { maxLength: 4 }),
    fc.constantFrom(...letters),
  )
  .map(([first, middle, last]) => [first, ...middle, last].join(''))

it('whoever is written with blanks is found by their name without any, where it is certain letter by letter', async () => {
  const names = fc.sample(name, { numRuns: 120, seed: 5 })
  const reader = await shopOf(names)
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...Array.from('김가나희9')), { minLength: 1, maxLength: 4 }),
      (typed) => {
        const text = typed.join('')
        const meant = names.flatMap((one, index) => (namePattern(text).matches(one) ? [index + 1] : []))
        fc.pre(!/^\d*$/.test(text) && meant.length <= 20)
        const found = searchCustomers(reader, text).map(({ id }) => id)
        expect(found.slice(0, meant.length).sort((a, b) => a - b)).toEqual(meant)
      },
    ),
    { numRuns: 150 },
  )
})

it('and by a part of a name of any length', async () => {
  const reader = await shopOf(['김영희', `${'가나'.repeat(50)}봄날`])
  expect(searchCustomers(reader, '봄날').map(({ id }) => id)).toEqual([2])
  expect(searchCustomers(reader, '영희').map(({ id }) => id)).toEqual([1])
  expect(searchCustomers(reader, '여름')).toEqual([])
})

it('and by initials among its letters, or letters that are written large or small', async () => {
  const reader = await shopOf(['김 영희', '박 민 서', 'Anna 김', '(주) 봄날'])
  const found = (typed: string): string[] => searchCustomers(reader, typed).map((one) => one.name)
  expect(found('김ㅇ희')).toEqual(['김 영희'])
  expect(found('ㄱ영희')).toEqual(['김 영희'])
  expect(found('박민ㅅ')).toEqual(['박 민 서'])
  expect(found('박민서')).toEqual(['박 민 서'])
  expect(found('anna김')).toEqual(['Anna 김'])
  expect(found('(주)봄')).toEqual(['(주) 봄날'])
})
