import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../../helpers/ledger-lab.ts'
import { check } from '../../helpers/points/check.ts'
import { rawLedger } from '../../helpers/points/raw-ledger.ts'
import { kinds, type Step, take } from '../../helpers/points/steps.ts'
import { newWorld } from '../../helpers/points/world.ts'

const figure = fc.nat({ max: 1_000_000 })
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...kinds),
  a: figure,
  b: figure,
  c: figure,
})

/** A hundred worlds of a hundred steps each. */
const worlds = 100
const steps = 100

describe('points, whatever happens in whatever order', () => {
  it('are the sum of their entries and of their lots, below nought only by a claim, each traced, none ended early', {
    timeout: 60_000,
  }, () => {
    let now = Date.UTC(2026, 10, 22, 3)
    const ledger = rawLedger(join(temporaryFolder(), 'points.dangol'), now)
    onTestFinished(() => {
      ledger.db.close()
    })
    let taken = 0
    expect.hasAssertions()
    fc.assert(
      fc.property(fc.array(step, { minLength: steps, maxLength: steps }), fc.boolean(), (list, printed) => {
        const world = newWorld(ledger, printed, now)
        for (const one of list) {
          take(world, one)
          world.trueNow += 3 * 3_600_000
          taken += 1
        }
        now = world.trueNow
        check(world)
      }),
      { numRuns: worlds, endOnFailure: true },
    )
    expect(taken).toBeGreaterThanOrEqual(10_000)
    const lots = ledger.db.prepare('SELECT sum(remaining), count(*) FROM points_lot WHERE remaining > 0')
    const open = ledger.db.prepare('SELECT sum(points), sum(lots) FROM points_open')
    expect(open.raw().get()).toEqual(lots.raw().get())
  })
})
