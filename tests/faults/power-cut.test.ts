import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { until } from '../helpers/devices/until.ts'
import { ledgerLab, temporaryFolder } from '../helpers/ledger-lab.ts'
import { expectWholeDay } from './aftermath.ts'
import { startedOften } from './compiled.ts'
import { canCutPower, ext4Image } from './disk-image.ts'
import { type ChildRun, childProgram, chosenPoints, runChild, twoAtATime } from './run-child.ts'
import { record, times, within } from './size.ts'

const receipts = 8

/** The state of a process as the system has it; `T` when it stands still. */
const stateOf = (pid: number): string => /\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? ''

/** Runs a day until the counted point, where it stands still; then `cut` happens to the disk under it. */
const cutAt = async (path: string, dataKey: Buffer, point: number, cut: () => void): Promise<ChildRun> => {
  const run = spawn(process.execPath, [childProgram, 'day', path, String(receipts), String(point), 'STOP'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: startedOften,
  })
  run.stdin.end(dataKey.toString('hex'))
  const ended = once(run, 'exit')
  const lines: string[] = []
  try {
    for await (const line of createInterface({ input: run.stdout })) {
      lines.push(line)
      if (!line.startsWith('killed ')) continue
      const pid = run.pid ?? 0
      await until('the process stands still', () => stateOf(pid) === 'T')
      // It must stand still first: a process that goes on writing would see errors instead of a power cut.
      cut()
      run.kill('SIGKILL')
    }
  } finally {
    // Whatever happens here, nothing is left standing.
    run.kill('SIGKILL')
  }
  await ended
  const told = (what: string): string | null =>
    lines.findLast((line) => line.startsWith(`${what} `))?.slice(what.length + 1) ?? null
  return {
    signal: 'SIGKILL',
    captured: Number(told('captured') ?? 0),
    entered: Number(told('entered') ?? 0),
    killedAt: told('killed'),
    passed: 0,
    failed: told('failed'),
    failedAfter: 0,
    lines,
  }
}

describe('a power cut', () => {
  it('at counted points of a day: what was acknowledged is on the disk', {
    timeout: within(120, 40),
  }, async (context) => {
    const folder = temporaryFolder()
    if (!canCutPower(temporaryFolder())) {
      console.log('skipped: power cuts need root, loop mounts, mkfs.ext4 and perl')
      context.skip('no disk may be mounted and shut down here')
      return
    }
    const lab = await ledgerLab()
    lab.dispose()
    const disk = ext4Image(folder, 24)
    for (const suffix of ['', '.keys', '.journal'])
      cpSync(lab.path + suffix, join(disk.at, `shop${suffix}`), { recursive: true })
    // All of it is in the file that is copied from now on.
    disk.unmount()
    const first = disk.copy('dry')
    const dry = await runChild(['day', join(first.at, 'shop'), String(receipts), 'list'], lab.dataKey)
    expect(dry).toMatchObject({ failed: null, entered: receipts })
    first.unmount()
    const points = chosenPoints(dry, times(1, 60)).slice(0, times(4, 500))
    // Points differ from cut to cut; where there are fewer of them than cuts, each is cut more than once.
    const cuts = Array.from({ length: times(4, 500) }, (_, n) => points[n % points.length] ?? 1)
    let number = 0
    const places = await twoAtATime(cuts, async (point) => {
      number += 1
      const mine = disk.copy(`cut-${number}`)
      try {
        const path = join(mine.at, 'shop')
        const run = await cutAt(path, lab.dataKey, point, () => mine.cut())
        expect(run.failed).toBeNull()
        mine.mountAgain()
        await expectWholeDay(path, lab.dataKey, run, receipts)
        return run.killedAt ?? 'nowhere'
      } finally {
        mine.unmount()
      }
    })
    record('power cut during a day', places)
    expect(places).not.toContain('nowhere')
  })
})
