import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ledgerLab } from '../helpers/ledger-lab.ts'
import { expectWholeDay, placeFor } from './aftermath.ts'
import { runChild, twoAtATime } from './run-child.ts'
import { record, times, within } from './size.ts'

const receipts = 6

/** Whether this machine lets one process trace another (Debian's `strace`, Linux only). */
const canTrace = spawnSync('strace', ['-qq', '-e', 'trace=none', 'true']).status === 0
if (!canTrace) console.log('skipped: faults inside SQLite need strace and the right to trace')

/** What strace puts in the way of the `when`th call of its kind, in any thread, SQLite's own calls included. */
const inject = (call: string, what: string, when: number): string[] => [
  'strace',
  '-f',
  '-qq',
  '-o',
  '/dev/null',
  '-e',
  `trace=${call}`,
  '-e',
  `inject=${call}:${what}:when=${when}`,
]

const countCalls = async (call: string, path: string, dataKey: Buffer): Promise<number> => {
  const log = `${path}.${call}.log`
  const run = await runChild(['day', path, String(receipts), 'never'], dataKey, [
    'strace',
    '-f',
    '-qq',
    '-o',
    log,
    '-e',
    `trace=${call}`,
  ])
  expect(run.failed).toBeNull()
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.includes(`${call}(`)).length
}

/** Counted from the first; each kind of call has each kind of fault. How many in the short version. */
const faults = [
  ['signal=KILL', 3],
  ['error=EIO', 2],
  ['error=ENOSPC', 2],
] as const
/** Of each kind of call, in the full proof. */
const atMost = 500

describe.skipIf(!canTrace)('faults at SQLite’s own writes and fsyncs', () => {
  // SQLite says fsync, the journal fdatasync.
  it.each(['pwrite64', 'fsync', 'fdatasync'])(
    '%s: killed, failed or out of room, no false "saved", and everything goes on',
    { timeout: within(180, 60) },
    async (call) => {
      const lab = await ledgerLab()
      lab.dispose()
      const calls = await countCalls(call, placeFor(lab, 'dry'), lab.dataKey)
      expect(calls).toBeGreaterThan(receipts)
      for (const [what, few] of faults) {
        const count = times(few, Math.min(calls, atMost))
        const places = new Set(Array.from({ length: count }, (_, n) => 1 + Math.floor((n * calls) / count)))
        let slowest = 0
        const hit = await twoAtATime([...places], async (when) => {
          const path = placeFor(lab, `${what}-${when}`)
          const run = await runChild(
            ['day', path, String(receipts), 'never'],
            lab.dataKey,
            inject(call, what, when),
          )
          // Either it ended there, or it was told with one of the ledger's own codes; never a false success.
          const told = run.failed ?? run.signal ?? 'nothing'
          expect(['ledger.io', 'ledger.disk-full', 'SIGKILL', 'nothing']).toContain(told)
          slowest = Math.max(slowest, run.failedAfter)
          await expectWholeDay(path, lab.dataKey, run, receipts)
          return told
        })
        record(`${what} at ${call}`, hit, slowest > 0 ? { 'slowest answer, ms': slowest } : {})
      }
    },
  )
})
