import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { restoreLedger } from '#backend/platform/ledger/restore.ts'
import { copyLedger, type Ledger, openLedger, recoverLedger } from '#backend/platform/ledger.ts'
import { ledgerFiles } from '#backend/platform/ledger-files.ts'
import { isDangolError } from '#shared/errors.ts'
import { dump, ledgerLab } from '../helpers/ledger-lab.ts'
import { expectWholeDay, placeFor } from './aftermath.ts'
import { dayFigures, shopDay, wholeDay } from './day.ts'
import { runChild, twoAtATime } from './run-child.ts'
import { record, times, within } from './size.ts'

const receipts = 10

/** The same numbers every time, spread over their range. */
const spread = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    return (state >>> 0) / 2 ** 32
  }
}

const flip = (path: string, part: number, bit: number): void => {
  const bytes = readFileSync(path)
  const at = Math.min(bytes.length - 1, Math.floor(part * bytes.length))
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
  writeFileSync(path, bytes)
}

describe('a WAL that is deleted, cut or flipped', () => {
  it('costs nothing that was acknowledged: the journal has it', { timeout: within(90, 20) }, async () => {
    const lab = await ledgerLab()
    lab.dispose()
    const worked = placeFor(lab, 'worked')
    const dry = await runChild(['day', placeFor(lab, 'dry'), String(receipts), 'list'], lab.dataKey)
    // Killed after the last commit: all of the day is in the WAL and in the journal, nothing was tidied up.
    const last = dry.lines.filter((line) => line.startsWith('point ')).length
    const run = await runChild(['day', worked, String(receipts), String(last)], lab.dataKey)
    expect(run.signal).toBe('SIGKILL')
    const size = statSync(ledgerFiles(worked).wal).size
    expect(size).toBeGreaterThan(10_000)
    const random = spread(7)
    const harms = [
      ['deleted', (wal: string) => rmSync(wal)],
      [
        'cut',
        (wal: string) => writeFileSync(wal, readFileSync(wal).subarray(0, Math.floor(random() * size))),
      ],
      ['flipped', (wal: string) => flip(wal, random(), Math.floor(random() * 8))],
      ['emptied', (wal: string) => writeFileSync(wal, '')],
    ] as const
    const places = await twoAtATime(
      Array.from({ length: times(12, 200) }, (_, n) => n),
      async (n) => {
        const [name, harm] = harms[n < 8 ? n % 4 : n % 2 === 0 ? 1 : 2] ?? harms[0]
        const path = join(lab.folder, `harm-${n}`, 'shop')
        for (const suffix of ['', '-wal', '.keys', '.journal'])
          cpSync(worked + suffix, path + suffix, { recursive: true })
        harm(ledgerFiles(path).wal)
        try {
          await expectWholeDay(path, lab.dataKey, run, receipts)
        } catch (error) {
          // Told as damaged instead of opened wrongly: then it is rebuilt, with all of it.
          if (!isDangolError(error)) throw error
          await recoverLedger({ path, from: null, key: { dataKey: lab.dataKey } })
          await expectWholeDay(path, lab.dataKey, run, receipts)
        }
        rmSync(join(lab.folder, `harm-${n}`), { recursive: true })
        return name
      },
    )
    record('WAL damaged', places)
  })
})

describe('one flipped bit', () => {
  it('in ledger, journal, keys or a copy never gives a wrong value: it is refused, or changes nothing', {
    timeout: within(90, 40),
  }, async () => {
    const lab = await ledgerLab()
    shopDay(lab.ledger, receipts, () => undefined)
    copyLedger(lab.ledger, `${lab.path}-copy`, 1)
    const truth = dump(lab.ledger.db)
    lab.dispose()
    const key = { dataKey: lab.dataKey }
    const suffixes = ['', '.keys', '.journal', '-copy', '-copy.keys', '-copy.manifest.json']
    const segment = readdirSync(`${lab.path}.journal`).find((name) => name.endsWith('.seg')) ?? ''
    const random = spread(11)
    const targets = [
      ['ledger', ''],
      ['ledger', ''],
      ['journal', `.journal/${segment}`],
      ['copy', '-copy'],
      ['manifest', '-copy.manifest.json'],
      ['keys', '.keys'],
    ] as const
    const same = (ledger: Ledger): void => {
      expect(dayFigures(ledger)).toEqual(wholeDay(receipts))
      expect(dump(ledger.db)).toEqual(truth)
    }
    const places = await twoAtATime(
      Array.from({ length: times(48, 10_000) }, (_, n) => n),
      async (n) => {
        const [name, target] = targets[n % targets.length] ?? targets[0]
        const folder = join(lab.folder, `flip-${n}`)
        const path = join(folder, 'shop')
        for (const suffix of suffixes)
          if (existsSync(lab.path + suffix)) cpSync(lab.path + suffix, path + suffix, { recursive: true })
        flip(path + target, random(), Math.floor(random() * 8))
        let how = 'same'
        try {
          if (name === 'copy' || name === 'manifest') {
            rmSync(path)
            rmSync(`${path}.journal`, { recursive: true })
            rmSync(`${path}.keys`)
            copyFileSync(`${lab.path}-copy.keys`, `${path}-copy.keys`)
            await restoreLedger({ path, from: `${path}-copy`, key })
          }
          const ledger = await openLedger({ path, key })
          try {
            same(ledger)
          } finally {
            ledger.close()
          }
        } catch (error) {
          if (!isDangolError(error)) throw error
          how = 'refused'
        }
        // What was refused is made whole again from the journal, or the copy was never taken.
        if (how === 'refused' && name === 'ledger') {
          await recoverLedger({ path, from: null, key })
          const ledger = await openLedger({ path, key })
          same(ledger)
          ledger.close()
        }
        rmSync(folder, { recursive: true })
        return `${name} ${how}`
      },
    )
    record('bits flipped', places)
    // A copy is its bytes: one bit of it is never let through.
    expect(places.filter((place) => place === 'copy same')).toEqual([])
  })
})
