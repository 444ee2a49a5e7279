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

describe.skipIf(!canTrace)('faults at SQLite’s own writes and fsyncs', () => {
  it.each([
    ['pwrite64', 'signal=KILL', 8],
    // SQLite says fsync, the journal fdatasync.
    ['fsync', 'signal=KILL', 4],
    ['fsync', 'error=EIO', 3],
    ['fdatasync', 'signal=KILL', 4],
    ['fdatasync', 'error=EIO', 3],
    ['pwrite64', 'error=ENOSPC', 6],
  ])(
    '%s, %s: no false "saved", and everything goes on',
    { timeout: within(180, 40) },
    async (call, what, few) => {
      const count = times(few, 90)
      const lab = await ledgerLab()
      lab.dispose()
      const calls = await countCalls(call, placeFor(lab, 'dry'), lab.dataKey)
      expect(calls).toBeGreaterThan(receipts)
      const places = new Set(
        Array.from({ length: count }, (_, index) => 1 + Math.floor((index * calls) / count)),
      )
      const hit = await twoAtATime([...places], async (when) => {
        const path = placeFor(lab, `at-${when}`)
        const run = await runChild(
          ['day', path, String(receipts), 'never'],
          lab.dataKey,
          inject(call, what, when),
        )
        // Either it ended there, or it was told with one of the ledger's own codes; never a false success.
        const told = run.failed ?? run.signal ?? 'nothing'
        expect(['ledger.io', 'ledger.disk-full', 'SIGKILL', 'nothing']).toContain(told)
        await expectWholeDay(path, lab.dataKey, run, receipts)
        return told
      })
      record(`${what} at ${call}`, hit)
    },
  )
})
