import { expect, it } from 'vitest'
import { defaultSettings } from '#backend/segments/default-settings.ts'
import { createPast } from '#backend/segments/past.service.ts'
import { createStandings } from '#backend/segments/standing.service.ts'
import { addDays } from '#shared/dates.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { lastDay, randomShop } from '../../helpers/segments/random-shop.ts'

forgetTemplate()

it('reads in pieces whom an import of thousands has changed meanwhile, and nobody twice whom it has just read', async () => {
  const given = await freshLedger()
  const { people } = await randomShop(given, { seed: 4, people: 6, days: 60 })
  const { reader, unit } = given.ledger
  await createStandings(reader, unit, () => defaultSettings).freshen()
  const thousands = [...people, ...Array.from({ length: 5_000 }, (_, place) => 10 + place)]
  let told: readonly number[] = thousands
  let pieces = 0
  const past = createPast({
    reader,
    settings: defaultSettings,
    goesOn: () => {
      pieces += 1
      return Promise.resolve(true)
    },
    changed: () => {
      const now = told
      told = []
      return now
    },
  })
  const first = await past.at(addDays(lastDay, -20))
  expect(first?.guests.size).toBeGreaterThan(2)
  expect(pieces).toBeLessThan(20)
  pieces = 0
  told = thousands
  const second = await past.at(addDays(lastDay, -10))
  expect(pieces).toBeGreaterThan(50)
  const alone = await createPast({ reader, settings: defaultSettings }).at(addDays(lastDay, -10))
  expect([...(second?.guests ?? [])]).toEqual([...(alone?.guests ?? [])])
  expect(second?.moment).toEqual(alone?.moment)
})

it('ends after the piece in which it is stopped', async () => {
  const given = await freshLedger()
  const { people } = await randomShop(given, { seed: 5, people: 3, days: 20 })
  let told: readonly number[] = []
  let goes = true
  const past = createPast({
    reader: given.ledger.reader,
    settings: defaultSettings,
    goesOn: () => Promise.resolve(goes),
    changed: () => told,
  })
  expect(await past.at(addDays(lastDay, -9))).not.toBe(null)
  told = people
  goes = false
  expect(await past.at(addDays(lastDay, -5))).toBe(null)
})
