import { describe, expect, it } from 'vitest'
import { query } from '#backend/platform/db/query.ts'
import { productOf } from '#backend/products/catalogue.service.ts'
import { spellingOf } from '#backend/products/spelling.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'

forgetTemplate()

describe('the product of a name', () => {
  it('is one for all that differ in signs alone, and stays the same', async () => {
    const { ledger } = await freshLedger()
    const of = (name: string) => ledger.unit.write((tx) => productOf(tx, name))
    const first = of('아메리카노(ICE)')
    expect(of('아메리카노 (ice)')).toBe(first)
    expect(of('아메리카노（ＩＣＥ）')).toBe(first)
    expect(of('아이스 아메리카노')).toBe(first + 1)
    expect(of('아메리카노(ICE)')).toBe(first)
    expect(ledger.reader.all(query.selectFrom('product').select(['id', 'name', 'stands_for']))).toEqual([
      { id: 1, name: '아메리카노(ICE)', stands_for: 1 },
      { id: 2, name: '아이스 아메리카노', stands_for: 2 },
    ])
    expect(ledger.reader.all(query.selectFrom('product_name').selectAll())).toHaveLength(4)
  })

  it('is taken back with its unit of work', async () => {
    const { ledger } = await freshLedger()
    const failing = () =>
      ledger.unit.write((tx) => {
        productOf(tx, '라떼')
        throw new Error('no')
      })
    expect(failing).toThrow('no')
    expect(ledger.unit.write((tx) => productOf(tx, '모카'))).toBe(1)
    expect(ledger.unit.write((tx) => productOf(tx, '라떼'))).toBe(2)
  })

  it('finds a spelling for anything', () => {
    expect(spellingOf('')).toBe('')
    expect(spellingOf(' 카페 라떼\t(HOT) ')).toBe('카페라떼(hot)')
  })
})
