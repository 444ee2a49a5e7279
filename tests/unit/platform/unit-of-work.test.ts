import { describe, expect, it } from 'vitest'
import { hot } from '#backend/platform/db/hot.ts'
import { query } from '#backend/platform/db/query.ts'
import { isUniqueViolation } from '#backend/platform/db/sqlite-errors.ts'
import type { Writer } from '#backend/platform/db/statements.ts'
import { addCustomer, customerNames, ledgerLab } from '../../helpers/ledger-lab.ts'

const seqOf = (lab: Awaited<ReturnType<typeof ledgerLab>>): number =>
  lab.ledger.reader.first(query.selectFrom('ledger_state').select('journal_seq'))?.journal_seq ?? -1

describe('UnitOfWork.write', () => {
  it('reads what it has written; others see it only when it is committed', async () => {
    const { ledger } = await ledgerLab()
    ledger.unit.write((tx) => {
      addCustomer(tx, 1, '하나')
      expect(tx.first(query.selectFrom('customer').select('name'))).toEqual({ name: '하나' })
      expect(customerNames(ledger)).toEqual([])
    })
    expect(customerNames(ledger)).toEqual(['하나'])
  })

  it('undoes everything when the work throws, and seals nothing', async () => {
    const lab = await ledgerLab()
    const before = lab.ledger.journal.state.headSeq
    const failing = (): void =>
      lab.ledger.unit.write((tx) => {
        addCustomer(tx, 1, '하나')
        throw new Error('changed my mind')
      })
    expect(failing).toThrow('changed my mind')
    expect(customerNames(lab.ledger)).toEqual([])
    expect(lab.ledger.journal.state.headSeq).toBe(before)
    lab.ledger.unit.write((tx) => addCustomer(tx, 2, '둘'))
    expect(customerNames(lab.ledger)).toEqual(['둘'])
  })

  it('seals one record for each, notes its number, and none for work that only read', async () => {
    const lab = await ledgerLab()
    const before = lab.ledger.journal.state.headSeq
    lab.ledger.unit.write((tx) => tx.all(query.selectFrom('customer').selectAll()))
    expect(lab.ledger.journal.state.headSeq).toBe(before)
    lab.ledger.unit.write((tx) => {
      addCustomer(tx, 1, '하나')
      addCustomer(tx, 2, '둘')
    })
    expect(lab.ledger.journal.state.headSeq).toBe(before + 1)
    expect(seqOf(lab)).toBe(before + 1)
  })

  it('refuses to be opened inside itself, with a promise, or after it has ended', async () => {
    const { ledger } = await ledgerLab()
    expect(() => ledger.unit.write(() => ledger.unit.write(() => 1))).toThrow('open already')
    expect(() => ledger.unit.write((tx) => Promise.resolve(addCustomer(tx, 1, '하나')))).toThrow(
      'synchronous',
    )
    const kept: Writer[] = []
    ledger.unit.write((tx) => kept.push(tx))
    expect(() => kept.forEach((tx) => addCustomer(tx, 3, '셋'))).toThrow('has ended')
    expect(customerNames(ledger)).toEqual([])
  })

  it('says which failures were a repeated value', async () => {
    const { ledger } = await ledgerLab()
    let thrown: unknown
    try {
      ledger.unit.write((tx) => {
        addCustomer(tx, 1, '하나', '01000000001')
        addCustomer(tx, 2, '둘', '01000000001')
      })
    } catch (error) {
      thrown = error
    }
    expect(isUniqueViolation(thrown)).toBe(true)
    expect(isUniqueViolation(new Error('another'))).toBe(false)
  })

  it('refuses statements that chance or the clock would change at a replay', async () => {
    const { ledger } = await ledgerLab()
    for (const sql of ['random()', 'unixepoch()', "strftime('%s', 'now')", 'CURRENT_TIMESTAMP']) {
      const raw = {
        compile: () => ({
          ...query.selectFrom('shop').selectAll().compile(),
          sql: `UPDATE shop SET footer = ${sql}`,
          parameters: [],
        }),
      }
      expect(() => ledger.unit.write((tx) => tx.run(raw))).toThrow('chance or the clock')
    }
  })

  it('refuses parameters that SQLite has no type for', async () => {
    const { ledger } = await ledgerLab()
    const odd = query.updateTable('shop').set({ demo: true as unknown as number })
    expect(() => ledger.unit.write((tx) => tx.run(odd))).toThrow('boolean')
  })

  it('records a RETURNING as the write that it is', async () => {
    const lab = await ledgerLab()
    lab.ledger.unit.write((tx) => {
      addCustomer(tx, 1, '하나')
      const renamed = query.updateTable('customer').set({ name: '하나둘' }).returning('name')
      expect(tx.first(renamed)).toEqual({ name: '하나둘' })
    })
    expect(() => lab.ledger.reader.all(query.deleteFrom('customer').returning('id'))).toThrow('cannot write')
    expect(customerNames(lab.ledger)).toEqual(['하나둘'])
  })
})

describe('UnitOfWork.writeMany', () => {
  it('undoes only the pieces that fail, in one record', async () => {
    const lab = await ledgerLab()
    const before = lab.ledger.journal.state.headSeq
    const pieces = lab.ledger.unit.writeMany([1, 2, 2, 3], (tx, id) => {
      addCustomer(tx, id + 10, `전 ${id}`)
      addCustomer(tx, id, `손님 ${id}`)
      return id
    })
    expect(pieces.map((piece) => piece.ok)).toEqual([true, true, false, true])
    expect(customerNames(lab.ledger)).toEqual(['손님 1', '손님 2', '손님 3', '전 1', '전 2', '전 3'])
    expect(lab.ledger.journal.state.headSeq).toBe(before + 1)
    await lab.reopen()
    expect(customerNames(lab.ledger)).toHaveLength(6)
  })
})

describe('ids', () => {
  it('are not given again after their row was destroyed and the program restarted', async () => {
    const lab = await ledgerLab()
    const far = Date.now() + 10 * 365 * 24 * 3600 * 1000
    const id = lab.ledger.ids.next(far)
    lab.ledger.unit.write((tx) => addCustomer(tx, id, '하나'))
    lab.ledger.unit.write((tx) => tx.run(query.deleteFrom('customer')))
    const ledger = await lab.reopen()
    expect(ledger.ids.next(Date.now())).toBe(id + 1)
  })
})

describe('hot', () => {
  it('compiles once and fills in the parameters by their names', async () => {
    const { ledger } = await ledgerLab()
    let built = 0
    const find = hot<{ from: number; name: string }, { id: number }>((param) => {
      built += 1
      return query
        .selectFrom('customer')
        .select('id')
        .where('name', '=', param('name'))
        .where('id', '>=', param('from'))
    })
    const add = hot<{ id: number; name: string }, unknown>((param) =>
      query.insertInto('customer').values({
        id: param('id'),
        name: param('name'),
        memo: '',
        initials: 'ㅎ',
        joined_on: '2026-11-22',
        created_at: 1,
        updated_at: 1,
      }),
    )
    ledger.unit.write((tx) => {
      for (const id of [1, 2, 3]) tx.run(add({ id, name: id === 2 ? '다른' : '하나' }))
    })
    expect(ledger.reader.all(find({ name: '하나', from: 2 }))).toEqual([{ id: 3 }])
    expect(ledger.reader.all(find({ name: '다른', from: 0 }))).toEqual([{ id: 2 }])
    expect(built).toBe(1)
  })
})
