import { rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openLedger, recoverLedger } from '#backend/platform/ledger.ts'
import type { LedgerKey } from '#backend/security/keys.service.ts'
import { isDangolError } from '#shared/errors.ts'
import { dump, temporaryFolder } from '../helpers/ledger-lab.ts'
import { twoAtATime } from './run-child.ts'
import { type Case, cases } from './shop/cases.ts'
import { deeds } from './shop/deeds.ts'
import { doerOn, figuresOf, ledgerIn, placeOf } from './shop/places.ts'
import { canTrace, type KillPoint, somePoints, type TracedRun, tracedDeed } from './shop/traced.ts'
import { full, record, times, within } from './size.ts'

if (!canTrace) console.log('skipped: killing the whole program needs strace and the right to trace')

/** The ledger as it is, and as its journal alone gives it: the same. */
const figuresTwice = async (path: string, key: LedgerKey): Promise<unknown> => {
  const ledger = await openLedger({ path, key })
  const rows = dump(ledger.db)
  const figures = figuresOf(ledger)
  ledger.close()
  expect(await recoverLedger({ path, from: null, key })).toMatchObject({ stoppedAt: null })
  const again = await openLedger({ path, key })
  expect(dump(again.db)).toEqual(rows)
  again.close()
  return figures
}

const keyOf = async (path: string, passphrase: string): Promise<Buffer> => {
  const ledger = await openLedger({ path, key: { passphrase } })
  const key = Buffer.from(ledger.dataKey)
  ledger.close()
  return key
}

/** After a kill a PC that was about to be restored may have to be restored again; every other one opens. */
const opensUnless = async (open: Promise<unknown>, mayFail: boolean): Promise<boolean> => {
  try {
    await open
    return true
  } catch (error) {
    if (!mayFail || isDangolError(error)) throw error
    return false
  }
}

describe.skipIf(!canTrace)('kill -9 of the whole program, at any call that changes a disk', () => {
  it.each(cases.filter(({ few }) => full || few > 0))(
    '$name: nothing that was told is lost, nothing is doubled',
    {
      timeout: within(240, 40),
    },
    async (kind: Case) => {
      const template = await kind.prepare()
      const below = temporaryFolder()
      const { passphrase } = template
      // The same in all copies: stretching the passphrase once is enough.
      let dataKey: Buffer | null = null

      const once = async (
        name: string,
        point: KillPoint | null,
      ): Promise<{ run: TracedRun; figures: unknown }> => {
        const { folder, stick } = placeOf(template, below, name)
        const given = kind.given?.(stick) ?? ''
        const place = { folder, stick, given }
        const beside = await kind.beside?.(place)
        try {
          const run = await tracedDeed(kind.deed, folder, { passphrase, given }, point)
          expect(run.lines.filter((line) => line.startsWith('failed'))).toEqual([])
          const doer = await doerOn(folder, given, passphrase)
          try {
            const open = await opensUnless(
              doer.call('ledger.unlock', { passphrase }),
              kind.deed === 'restore',
            )
            if (open) await kind.told?.(doer, run)
            await deeds[kind.deed](doer)
            await kind.over?.(doer, place)
            await beside?.look(doer)
          } finally {
            await doer.close()
          }
          const path = ledgerIn(folder)
          dataKey ??= await keyOf(path, passphrase)
          return { run, figures: await figuresTwice(path, { dataKey }) }
        } finally {
          await beside?.end()
          rmSync(`${below}/${name}`, { recursive: true, force: true })
        }
      }

      const dry = await once('dry', null)
      expect(dry.run).toMatchObject({ signal: null, lines: expect.arrayContaining([expect.any(String)]) })
      expect(dry.run.points.length).toBeGreaterThan(10)
      const points = somePoints(dry.run.points, times(kind.few, kind.kills))
      const places = await twoAtATime([...points.entries()], async ([index, point]) => {
        const { run, figures } = await once(`kill-${index}`, point)
        expect(figures).toEqual(dry.figures)
        return run.hit ?? 'after it was done'
      })
      record(`kill -9 ${kind.name}`, places)
    },
  )
})
