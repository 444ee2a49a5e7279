import { statSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { truncateWal } from '#backend/platform/db/checkpoint.ts'
import { query } from '#backend/platform/db/query.ts'
import { openReadOnly } from '#backend/platform/db/readonly.ts'
import { until } from '../../helpers/devices/until.ts'
import { addCustomer, customerNames, type Lab, ledgerLab } from '../../helpers/ledger-lab.ts'

const walSize = (lab: Lab): number => statSync(`${lab.path}-wal`).size
const fill = (lab: Lab, from: number, count = 300): void =>
  lab.ledger.unit.write((tx) => {
    for (let id = from; id < from + count; id += 1) addCustomer(tx, id, `손님 ${id} ${'가'.repeat(3000)}`)
  })

describe('the WAL', () => {
  it('is brought back and cut to nothing once it has grown; nothing is lost by it', async () => {
    const lab = await ledgerLab()
    let largest = 0
    for (let round = 0; round < 10; round += 1) {
      fill(lab, round * 1000)
      largest = Math.max(largest, walSize(lab))
    }
    expect(largest).toBeGreaterThan(8 * 1024 * 1024)
    expect(largest).toBeLessThan(20 * 1024 * 1024)
    expect(customerNames(lab.ledger)).toHaveLength(3000)
    expect(customerNames(await lab.reopen())).toHaveLength(3000)
  })

  it('is brought back in a pause after a commit, not within it; a ledger closed meanwhile stays closed', async () => {
    const lab = await ledgerLab()
    fill(lab, 1, 150)
    const grown = walSize(lab)
    expect(grown).toBeGreaterThan(4 * 1024 * 1024)
    await until('the WAL was cut', () => walSize(lab) === 0)
    fill(lab, 1000, 150)
    expect(customerNames(await lab.reopen())).toHaveLength(300)
  })

  it('is left as it is while somebody reads from it, without making the counter wait', async () => {
    const lab = await ledgerLab()
    fill(lab, 1)
    const other = openReadOnly(lab.path, lab.dataKey)
    onTestFinished(() => other.close())
    const rows = other.db.prepare('SELECT id FROM customer').iterate()
    rows.next()
    fill(lab, 1000)
    expect(truncateWal(lab.ledger.db)).toBe(false)
    lab.ledger.unit.write((tx) => tx.run(query.updateTable('shop').set({ footer: '기다리지 않아요' })))
    rows.return?.()
    expect(truncateWal(lab.ledger.db)).toBe(true)
    expect(walSize(lab)).toBe(0)
    expect(lab.ledger.reader.first(query.selectFrom('shop').select('footer'))).toEqual({
      footer: '기다리지 않아요',
    })
  })
})
