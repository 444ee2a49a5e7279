import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openLedger, recoverLedger } from '#backend/platform/ledger.ts'
import { dump, type Lab } from '../helpers/ledger-lab.ts'
import { dayFigures, shopDay, wholeDay } from './day.ts'
import type { ChildRun } from './run-child.ts'

/** A place of its own for one run: all files of the lab's closed ledger. */
export const placeFor = (lab: Lab, name: string): string => {
  const folder = join(lab.folder, name)
  for (const suffix of ['', '.keys', '.journal'])
    cpSync(lab.path + suffix, join(folder, `shop${suffix}`), { recursive: true })
  return join(folder, 'shop')
}

/**
 * After whatever happened to `run`: the ledger opens, has all that was acknowledged once and at most the one
 * receipt more that was being worked on; the day is then finished, with nothing lost or doubled; and the
 * journal, read from its beginning, gives the same ledger once more.
 */
export const expectWholeDay = async (
  path: string,
  dataKey: Buffer,
  run: ChildRun,
  receipts: number,
): Promise<void> => {
  const ledger = await openLedger({ path, key: { dataKey } })
  const captures = [...ledger.captures(0)].map(({ bytes }) => Number(Buffer.from(bytes).toString()))
  expect(captures).toEqual(Array.from(captures.keys(), (index) => index + 1))
  expect([0, 1]).toContain(captures.length - run.captured)
  const { points } = dayFigures(ledger) as { points: number[] }
  expect([0, 1]).toContain(points.length - run.entered)
  expect(dayFigures(ledger)).toEqual(wholeDay(points.length))
  shopDay(ledger, receipts, () => undefined)
  expect(dayFigures(ledger)).toEqual(wholeDay(receipts))
  const rows = dump(ledger.db)
  ledger.close()
  const rebuilt = await recoverLedger({ path, from: null, key: { dataKey } })
  expect(rebuilt.stoppedAt).toBeNull()
  const again = await openLedger({ path, key: { dataKey } })
  expect(dump(again.db)).toEqual(rows)
  again.close()
}
