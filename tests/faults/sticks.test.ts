import { appendFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Drives } from '#backend/backup/drives.port.ts'
import { passphrase, startLab, startOpenLab } from '../helpers/backend-lab.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'
import { joined, sticks } from '../unit/backup/backup-lab.ts'
import { record, times, within } from './size.ts'
import { cannotTry, fileSystems, type Stick, stick } from './stick.ts'

/** What a backup may be told when the stick goes in the middle of it; never "done" without a copy that restores. */
const honest = [
  'backup.target-io',
  'backup.target-away',
  'backup.no-space',
  'backup.target-read-only',
  'ledger.copy-damaged',
]

/** The room that FUSE tells of is none: what a stick refuses has to be noticed when it is written. */
const roomy = (at: string): Drives => ({ ...sticks(at), freeBytes: () => Promise.resolve(1e9) })

interface Part {
  readonly name: string
  readonly bytes: number
}

/** What lies on the stick at this moment, as far as it can be read. */
const partsOn = (at: string): Part[] => {
  try {
    return readdirSync(at, { recursive: true })
      .map(String)
      .filter((name) => name.includes('dangol-backup/') && name.includes('.dangol'))
      .map((name) => ({ name, bytes: statSync(join(at, name)).size }))
  } catch {
    return []
  }
}

/** When it is pulled, by what is on it; `before` is how many files there were. */
const moments = [
  ['at once', () => true],
  ['as the copy begins', (parts: Part[]) => parts.some(({ name }) => name.endsWith('.part'))],
  [
    'in the middle of the copy',
    (parts: Part[]) => parts.some(({ name, bytes }) => name.endsWith('.part') && bytes > 600_000),
  ],
  ['beside its last files', (parts: Part[], before: number) => parts.length > before + 1],
] as const

/** Somebody else's film, until nothing but half a copy fits beside it. FAT here cannot cut a file, only remove it. */
const fillUp = (path: string): void => {
  const room = `${path}.room`
  rmSync(path, { force: true })
  const piece = Buffer.alloc(512 * 1024)
  try {
    appendFileSync(room, Buffer.alloc(600 * 1024))
    for (let n = 0; n < 400; n += 1) appendFileSync(path, piece)
  } catch {
    // Full; a little room is made again.
  }
  rmSync(room, { force: true })
}

/** The newest copy that is called good is opened on a PC that never saw this shop. */
const restores = async (target: string): Promise<number> => {
  const fresh = await startLab({ drives: roomy(target), closedByTest: false })
  try {
    const copies = await fresh.call('backup.copies', { target })
    const good = copies.find(({ state }) => state !== 'rotten')
    if (good === undefined) return 0
    return (await fresh.call('backup.restore', { target, id: good.id, key: { passphrase } })).customers
  } finally {
    await fresh.close()
  }
}

describe.each(fileSystems)('a stick with %s', (kind) => {
  it('that is pulled out or filled in the middle keeps its last good copy', {
    timeout: within(60, 20),
  }, async (context) => {
    const why = cannotTry(temporaryFolder(), kind)
    if (why !== null) {
      console.log(`skipped: sticks with ${kind}: ${why}`)
      context.skip(`sticks with ${kind} cannot be tried here: ${why}`)
      return
    }
    const folder = temporaryFolder()
    let mine: Stick | null = null
    const places: string[] = []
    try {
      mine = stick(folder, kind, 160)
      const lab = await startOpenLab({ drives: roomy(mine.at) })
      let customers = 0
      const one = async (): Promise<void> => {
        customers += 1
        await joined(lab, `손님 ${customers}`, `0100000${String(customers).padStart(4, '0')}`)
      }
      await one()
      await lab.call('backup.run', { target: mine.at })
      let good = customers
      for (let n = 0; n < times(2, 100); n += 1) {
        await one()
        const fills = n % 5 === 4
        // Room for a part of a copy only.
        if (fills) fillUp(join(mine.at, 'film.bin'))
        const before = partsOn(mine.at).length
        let place = 'filled'
        const running = lab.backend.call('backup.run', { target: mine.at })
        if (!fills) {
          const moment = moments[n % moments.length] ?? moments[0]
          const state = { over: false }
          void running.finally(() => {
            state.over = true
          })
          while (!state.over && !moment[1](partsOn(mine.at), before)) await turn()
          place = state.over ? 'after it was done' : moment[0]
          mine.pull()
        }
        const result = await running
        if (fills) rmSync(join(mine.at, 'film.bin'), { force: true })
        else mine.plugIn()
        if (result.ok) good = customers
        expect(['done', ...honest]).toContain(result.ok ? 'done' : result.error.code)
        places.push(place)
        // What was called good before is still there; a copy that was being made may have become whole, too.
        const back = await restores(mine.at)
        expect(back).toBeGreaterThanOrEqual(good)
        expect(back).toBeLessThanOrEqual(customers)
      }
    } finally {
      mine?.remove()
    }
    record(`stick with ${kind}`, places)
  })
})
