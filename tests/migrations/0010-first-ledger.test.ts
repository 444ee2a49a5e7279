import { describe, expect, it } from 'vitest'
import { query } from '#backend/platform/db/query.ts'
import type { Writer } from '#backend/platform/db/statements.ts'
import { addCustomer, ledgerLab } from '../helpers/ledger-lab.ts'

const entry = (tx: Writer, id: number, reverses: number | null = null): void => {
  tx.run(
    query.insertInto('points_entry').values({
      id,
      customer_id: 1,
      receipt_id: null,
      kind: reverses === null ? 'earn' : 'take-back',
      points: reverses === null ? 100 : -100,
      reverses_id: reverses,
      rate_bp: 100,
      at: 1,
      business_date: '2026-11-22',
    }),
  )
}

describe('migration 10', () => {
  it('leaves a ledger with its state, its shop and the first wording of each consent', async () => {
    const { ledger } = await ledgerLab()
    expect(ledger.db.pragma('user_version', { simple: true })).toBeGreaterThanOrEqual(10)
    expect(ledger.reader.first(query.selectFrom('shop').selectAll())).toMatchObject({
      name: '시험가게',
      points_rate_bp: 100,
      demo: 0,
    })
    const wording = ledger.reader.all(query.selectFrom('consent_wording').selectAll().orderBy('id'))
    expect(wording.map(({ kind, version }) => [kind, version])).toEqual([
      ['required', 1],
      ['marketing', 1],
      ['night', 1],
      ['details', 1],
      ['sensitive', 1],
      ['sharing', 1],
    ])
    for (const { text } of wording) {
      expect(text).toContain('시험가게')
      for (const part of ['목적', '항목', '보유 기간', '동의하지 않']) expect(text).toContain(part)
    }
  })

  it('refuses to change or remove a points entry, and to take one back twice', async () => {
    const { ledger } = await ledgerLab()
    ledger.unit.write((tx) => {
      entry(tx, 1)
      entry(tx, 2, 1)
    })
    const change = query.updateTable('points_entry').set({ points: 9999 })
    expect(() => ledger.unit.write((tx) => tx.run(change))).toThrow('never updated')
    const remove = query.deleteFrom('points_entry')
    expect(() => ledger.unit.write((tx) => tx.run(remove))).toThrow('never deleted')
    expect(() => ledger.unit.write((tx) => entry(tx, 3, 1))).toThrow('UNIQUE')
  })

  it('refuses the same phone twice, values of the wrong type, and references to nothing', async () => {
    const { ledger } = await ledgerLab()
    ledger.unit.write((tx) => addCustomer(tx, 1, '가나다', '01000000001'))
    expect(() => ledger.unit.write((tx) => addCustomer(tx, 2, '라마바', '01000000001'))).toThrow('UNIQUE')
    const text = ledger.db.prepare("UPDATE daily_total SET net = 'much'")
    ledger.db.exec("INSERT INTO daily_total (business_date) VALUES ('2026-11-22')")
    expect(() => text.run()).toThrow('cannot store TEXT')
    const waiting = query.insertInto('counter_waiting').values({ id: 1, customer_id: 77, print: 1, since: 1 })
    expect(() => ledger.unit.write((tx) => tx.run(waiting))).toThrow('FOREIGN KEY')
  })
})
