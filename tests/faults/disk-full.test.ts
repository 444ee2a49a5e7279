import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { query } from '#backend/platform/db/query.ts'
import { createLedger, type Ledger, openLedger } from '#backend/platform/ledger.ts'
import { isDangolError } from '#shared/errors.ts'
import { addCustomer, customerNames, passphrase, temporaryFolder } from '../helpers/ledger-lab.ts'

/** A disk of its own of so many kilobytes; null where this machine does not let us mount one. */
const smallDisk = (kilobytes: number): string | null => {
  const folder = join(temporaryFolder(), 'disk')
  mkdirSync(folder)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder])
  if (mounted.status !== 0) return null
  onTestFinished(() => {
    spawnSync('umount', [folder])
  })
  return folder
}

const canMount = process.platform === 'linux' && process.getuid?.() === 0
if (!canMount) console.log('skipped: a disk that is really full needs root to mount one')

/** Adds customers until the ledger refuses; answers how many it acknowledged and with what it refused. */
const fillUp = (ledger: Ledger, from: number): { acknowledged: number; refusal: unknown } => {
  for (let id = from; ; id += 1) {
    try {
      ledger.unit.write((tx) => {
        addCustomer(tx, id, `손님 ${id}`)
        const memo = `${id}`.repeat(2000)
        tx.run(query.updateTable('customer').set({ memo }).where('id', '=', id))
      })
    } catch (refusal) {
      return { acknowledged: id - 1, refusal }
    }
  }
}

describe.skipIf(!canMount)('a full disk', () => {
  it.each([4_400, 4_800])(
    'of %i KB is told; what was saved is there, and it goes on when there is room',
    async (kilobytes) => {
      const disk = smallDisk(kilobytes + 400)
      expect(disk).not.toBeNull()
      if (disk === null) return
      const filler = join(disk, 'somebody-elses-film.bin')
      writeFileSync(filler, Buffer.alloc(300 * 1024))
      const path = join(disk, 'shop.dangol')
      const made = await createLedger({ path, passphrase, shopName: '시험가게' })
      let { ledger } = made
      onTestFinished(() => {
        if (ledger.db.open) ledger.close()
      })
      const { acknowledged, refusal } = fillUp(ledger, 1)
      expect(isDangolError(refusal) && refusal.code).toBe('ledger.disk-full')
      expect(acknowledged).toBeGreaterThan(0)
      // Reading goes on meanwhile.
      expect(customerNames(ledger)).toHaveLength(acknowledged)
      const key = { dataKey: Buffer.from(ledger.dataKey) }
      rmSync(filler)
      // By itself, without being opened again.
      ledger.unit.write((tx) => addCustomer(tx, 90_001, '자리가 난 뒤의 손님'))
      ledger.close()
      ledger = await openLedger({ path, key })
      const names = customerNames(ledger)
      expect(new Set(names).size).toBe(names.length)
      for (let id = 1; id <= acknowledged; id += 1) expect(names).toContain(`손님 ${id}`)
      expect(names).toContain('자리가 난 뒤의 손님')
      expect(names).toHaveLength(acknowledged + 1)
    },
  )
})
