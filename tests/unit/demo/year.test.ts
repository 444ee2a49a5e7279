import { describe, expect, it } from 'vitest'
import { demoPeople } from '#backend/demo/people.ts'
import { saleArrival } from '#backend/demo/sale-arrival.ts'
import { demoYear } from '#backend/demo/year.ts'
import { menu } from '#backend/devices/simulated/menu.ts'
import { createRandom } from '#backend/devices/simulated/random.ts'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { readPapers } from '#backend/receipts/reading/read.ts'

const now = Date.UTC(2026, 10, 22, 5)
const year = () => {
  const random = createRandom(1)
  const people = demoPeople(random, 300, menu.length)
  return { people, sales: demoYear(random, people, now) }
}

describe('the made-up year', () => {
  it('is the same for the same seed and time', () => {
    expect(year()).toEqual(year())
  })

  it('has 300 people, none of whom exists, each with a phone of their own', () => {
    const { people } = year()
    expect(new Set(people.map((person) => person.phone)).size).toBe(300)
    for (const person of people) {
      expect(person.phone).toMatch(/^0100000\d{4}$/)
      expect(person.name).toMatch(/^[가-힣]{2,3}$/)
    }
  })

  it('sells through the whole year until now, in order, and never in the future', () => {
    const { sales } = year()
    const times = sales.map(({ sale }) => sale.at)
    expect(sales.length).toBeGreaterThan(3_000)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(times.at(-1)).toBeLessThan(now)
    expect(times[0]).toBeLessThan(now - 350 * 86_400_000)
    expect(new Set(sales.map(({ sale }) => sale.number)).size).toBe(sales.length)
    expect(sales.some(({ person }) => person === null)).toBe(true)
  })

  it('says of a sale what its own paper says', () => {
    for (const { sale } of year().sales.slice(0, 40)) {
      const { bytes, reading } = saleArrival(sale, true)
      const [read] = readPapers(papersOf(bytes, 'cp949'), { receivedAt: now })
      expect(read?.total).toBe(reading.total)
      expect(read?.items.map((one) => [one.name, one.quantity, one.amount])).toEqual(
        reading.items.map((one) => [one.name, one.quantity, one.amount]),
      )
    }
  })
})
