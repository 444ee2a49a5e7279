import { describe, expect, it } from 'vitest'
import { openLedger, recoverLedger } from '#backend/platform/ledger.ts'
import { ledgerLab } from '../helpers/ledger-lab.ts'
import { placeFor } from './aftermath.ts'
import { capturedPieces, lineFigures, linePieces, posLine } from './line.ts'
import { chosenPoints, runChild, twoAtATime } from './run-child.ts'
import { record, times, within } from './size.ts'

const receipts = 8

describe('kill -9 on the way from the POS cable into the ledger', () => {
  it('at every kind of point, in the middle of receipts and of commits: the day ends as if nothing had been', {
    timeout: within(180, 60),
  }, async () => {
    const lab = await ledgerLab()
    lab.dispose()
    const key = { dataKey: lab.dataKey }
    const dry = placeFor(lab, 'dry')
    const whole = await runChild(['line', dry, String(receipts), 'list'], lab.dataKey)
    expect(whole).toMatchObject({ failed: null, captured: linePieces(receipts).length })
    const undisturbed = await openLedger({ path: dry, key })
    const truth = lineFigures(undisturbed)
    undisturbed.close()
    expect(truth.papers.length).toBeGreaterThanOrEqual(receipts)
    expect(truth.receipts.length).toBeGreaterThan(receipts / 2)

    const points = chosenPoints(whole, times(1, 30))
    const places = await twoAtATime(points, async (point) => {
      const path = placeFor(lab, `point-${point}`)
      const run = await runChild(['line', path, String(receipts), String(point)], lab.dataKey)
      expect(run).toMatchObject({ signal: 'SIGKILL', failed: null })
      const ledger = await openLedger({ path, key })
      // What was told as captured is there, and at most the piece that was being written.
      expect([0, 1]).toContain(capturedPieces(ledger) - run.captured)
      expect(lineFigures(ledger).receipts.length).toBeGreaterThanOrEqual(run.entered)
      await posLine(ledger, receipts, () => undefined)
      expect(lineFigures(ledger)).toEqual(truth)
      ledger.close()
      expect(await recoverLedger({ path, from: null, key })).toMatchObject({
        receipts: truth.receipts.length,
        stoppedAt: null,
      })
      const rebuilt = await openLedger({ path, key })
      expect(lineFigures(rebuilt)).toEqual(truth)
      rebuilt.close()
      return run.killedAt ?? ''
    })
    record('kill -9 between the POS cable and the ledger', places)
    expect(new Set(places).size).toBeGreaterThan(5)
  })
})
