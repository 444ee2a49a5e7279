import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createBackend } from '#backend/container.ts'
import { formatNumber } from '#shared/won.ts'
import type { BenchContext } from '../context.ts'
import { openBackend } from '../open-backend.ts'
import type { Measured } from '../row.ts'
import { shopPlan } from '../shop/plan.ts'
import { median } from '../statistics.ts'

/** The budget speaks of so many. */
const ofReceipts = 100_000

/**
 * A stick, an empty PC and the passphrase: until the counter is there. Beside it, the copy's bytes read, hashed and put
 * down by nobody's rules. In a shop of its own, of the size of which the budget speaks.
 */
export const restoreRows = async ({
  plan,
  rounds,
  row,
  scratch,
  shopOf,
  passphrase,
}: BenchContext): Promise<Measured[]> => {
  const smaller = shopPlan(Math.min(ofReceipts, plan.receipts))
  const dataFolder = await shopOf(smaller)
  const stick = join(scratch, 'stick')
  mkdirSync(stick)
  const opened = await openBackend(dataFolder, passphrase)
  const start = performance.now()
  const { id, receipts } = await opened.ask('backup.run', { target: stick })
  const made = (performance.now() - start) / 1000
  await opened.backend.close()
  const ours: number[] = []
  const peer: number[] = []
  const copy = join(stick, 'dangol-backup', `${id}.dangol`)
  for (let round = 0; round < rounds(3); round += 1) {
    const bare = performance.now()
    copyFileSync(copy, join(scratch, 'bare-copy'))
    createHash('sha256').update(readFileSync(copy)).digest()
    peer.push((performance.now() - bare) / 1000)
    ours.push(await restored(join(scratch, `empty-pc-${round}`), stick, id, passphrase, receipts))
  }
  const conditions = `ledger of ${formatNumber(receipts)} receipts, encrypted, out of the page cache`
  return [
    row({
      name: 'restore on an empty PC',
      conditions,
      value: median(ours),
      unit: 's',
      peer: { name: 'the copy read, hashed and copied', value: median(peer) },
      budget: { most: 60 },
    }),
    row({ name: 'backup: made and proven', conditions, value: made, unit: 's' }),
  ]
}

const restored = async (
  folder: string,
  target: string,
  id: string,
  passphrase: string,
  receipts: number,
): Promise<number> => {
  const backend = await createBackend({
    dataFolder: folder,
    version: 'bench',
    keychain: null,
    emit: () => undefined,
  })
  try {
    const start = performance.now()
    const result = await backend.call('backup.restore', { target, id, key: { passphrase } })
    const took = (performance.now() - start) / 1000
    const value = result.ok ? (result.value as { receipts: number }).receipts : -1
    if (value !== receipts) throw new Error(`Restored ${value} of ${receipts} receipts`)
    return took
  } finally {
    await backend.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
