import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '#backend/segments/default-settings.ts'
import { idsOfPeople } from '#backend/segments/evaluate.repo.ts'
import { segmentMembers } from '#backend/segments/heavy.repo.ts'
import type { Moment } from '#backend/segments/heavy.ts'
import { createPast } from '#backend/segments/past.service.ts'
import { ruleSql } from '#backend/segments/rule-sql.repo.ts'
import { everyStandingIsDue } from '#backend/segments/standing.repo.ts'
import { createStandings } from '#backend/segments/standing.service.ts'
import { rule as ruleSchema } from '#shared/contract/segment-rule.ts'
import type { SegmentSettings } from '#shared/contract/segments.ts'
import { addDays } from '#shared/dates.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { anyRule } from '../../helpers/segments/any-rule.ts'
import { type PlainShop, plainShop } from '../../helpers/segments/plain-people.ts'
import { holds } from '../../helpers/segments/plain-rule.ts'
import { lastDay, randomShop } from '../../helpers/segments/random-shop.ts'

forgetTemplate()

const byLimits: SegmentSettings = {
  ...defaultSettings,
  newDays: 10,
  plainDays: 40,
  regularVisits: 3,
  vip: { by: 'spend', won: 50_000 },
  bins: {
    by: 'limits',
    recency: [7, 30, 60.5, 90],
    frequency: [2, 3, 6, 12],
    money: [1, 20_000, 50_000, 99_000],
  },
}

const never = (): never => {
  throw new Error('There is a view for each place')
}

describe('a rule as SQL', () => {
  it('finds whom plain arithmetic over all receipts finds, now and as of earlier days', async () => {
    const given = await freshLedger()
    const { reader, unit } = given.ledger
    await randomShop(given, { seed: 11, people: 14, days: 260 })
    for (const settings of [defaultSettings, byLimits]) {
      const standings = createStandings(reader, unit, () => settings)
      unit.write((tx) => everyStandingIsDue(tx))
      await standings.freshen()
      const views: { moment: Moment; shop: PlainShop }[] = []
      for (const ago of [0, 1, 30, 143]) {
        const asOf = addDays(lastDay, -ago)
        const { moment } = (await createPast({ reader, settings }).at(asOf)) ?? never()
        views.push({ moment, shop: plainShop(reader, settings, asOf) })
      }
      expect(views.map(({ moment }) => moment.complete)).toEqual(expect.arrayContaining([true, false]))
      fc.assert(
        fc.property(anyRule, fc.nat({ max: views.length - 1 }), (given, place) => {
          const { moment, shop } = views[place] ?? never()
          const rule = ruleSchema.parse(given)
          const { asOf, limits } = shop
          const view = { asOf, limits, settings, complete: moment.complete, rules: new Map() }
          const expected = shop.people.filter((person) => holds(rule, person, shop)).map(({ id }) => id)
          expect(idsOfPeople(reader, ruleSql(rule, view), moment)).toEqual(expected)
          // Some at a time, as membership is kept, each part knowing only its own people's past.
          const middle = shop.people[7]?.id ?? never()
          const parts = [
            { from: 1, to: middle },
            { from: middle + 1, to: Number.MAX_SAFE_INTEGER },
          ].flatMap((among) => {
            const earlier = moment.earlier.filter(([id]) => id >= among.from && id <= among.to)
            return segmentMembers(reader, rule, { ...view, among }, { ...moment, earlier }, [])
          })
          expect(parts).toEqual(expected)
        }),
        { numRuns: 100 },
      )
    }
  })
})
