import { describe, expect, it } from 'vitest'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { accessOf } from './access-lab.ts'

forgetTemplate()

const staff = { personId: null, role: 'staff' as const, place: 'pc', method: 'sheets.rows' }
const list = { limit: 10 }

describe('rows that somebody scrolls through', () => {
  it('become one entry that says whose they were, found for each of them', async () => {
    const { ledger } = await freshLedger()
    const access = accessOf(ledger)
    access.saw(staff, [7, 3, 5])
    access.saw(staff, [5, 9])
    access.flush()
    expect(access.list(list)).toMatchObject([
      { method: 'sheets.rows', action: 'read', people: 4, role: 'staff' },
    ])
    for (const id of [3, 5, 7, 9]) expect(access.list({ ...list, ofCustomer: id })).toHaveLength(1)
    expect(access.list({ ...list, ofCustomer: 4 })).toEqual([])
    expect((await access.verify()).faults).toEqual([])
    access.stop()
  })

  it('are kept apart where another one sits down', async () => {
    const { ledger } = await freshLedger()
    const access = accessOf(ledger)
    access.saw(staff, [1])
    access.saw({ ...staff, role: 'owner' }, [2])
    access.stop()
    const entries = access.list(list).map(({ role, people }) => [role, people])
    expect(entries).toEqual([
      ['owner', 1],
      ['staff', 1],
    ])
  })

  it('show when somebody has changed whose they were', async () => {
    const { ledger } = await freshLedger()
    const access = accessOf(ledger)
    access.saw(staff, [1, 2])
    access.flush()
    ledger.db.exec('DROP TRIGGER access_people_never_updated')
    ledger.db.exec("UPDATE access_people SET ids = '[1]'")
    expect((await access.verify()).faults).toMatchObject([{ what: 'entry-changed' }])
    access.stop()
  })

  it('write nothing while they are only gathered', async () => {
    const { ledger } = await freshLedger()
    const access = accessOf(ledger)
    const before = ledger.journal.state.headSeq
    for (let row = 0; row < 500; row += 50)
      access.saw(
        staff,
        Array.from({ length: 50 }, (_, n) => row + n),
      )
    expect(ledger.journal.state.headSeq).toBe(before)
    access.stop()
    expect(access.list(list)).toMatchObject([{ people: 500 }])
  })
})
