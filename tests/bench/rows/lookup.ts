import { createRandom } from '#backend/devices/simulated/random.ts'
import { formatNumber } from '#shared/won.ts'
import type { IndexLookup } from '../bare/index-lookup.ts'
import type { BenchContext } from '../context.ts'
import type { OpenBackend } from '../open-backend.ts'
import type { Measured } from '../row.ts'
import { cardOf, tags } from '../shop/known.ts'
import { type Person, person } from '../shop/people.ts'
import { percentile, timed } from '../statistics.ts'

/** What a person types to find somebody. */
const typings: readonly (readonly [words: string, typed: (one: Person) => string])[] = [
  ['last four digits', ({ phone }) => phone.slice(-4)],
  ['initials', ({ initials }) => initials],
  ['name', ({ name }) => name],
  ['first two letters of a name', ({ name }) => name.slice(0, 2)],
  ['three digits', ({ phone }) => phone.slice(-4, -1)],
]

/** What is found besides: of anybody who has such a thing. */
const others: readonly (readonly [words: string, typed: (turn: number, people: number) => string])[] = [
  ['card', (turn, people) => cardOf(((turn * 37) % Math.floor(people / 3)) * 3)],
  ['a word of a memo', (turn) => ['창가 자리', '두유', '강아지', '현금영수증'][turn % 4] ?? ''],
  ['a rare word of a memo', (turn, people) => `잦음 ${((turn * 41) % Math.floor(people / 3)) * 3}`],
  ['tag', (turn) => tags[turn % tags.length] ?? ''],
]

/** Searches as the counter makes them, by the very call, each beside one bare read by index on the same file. */
export const lookupRows = async (
  { plan, rounds, row, ledgerWords }: BenchContext,
  backend: OpenBackend,
  bare: IndexLookup,
): Promise<Measured[]> => {
  const times = rounds(1000)
  const conditions = `${formatNumber(plan.customers)} customers, ${ledgerWords}, warm`
  const people = createRandom(plan.customers)
  const everybody = Array.from({ length: plan.customers }, (_, index) => person(people, index))
  const random = createRandom(5)
  const someone = (): Person =>
    random.pick([everybody[random.between(0, plan.customers - 1)] ?? firstOf(everybody)])
  const rows: Measured[] = []
  const add = (what: string, ours: readonly number[], peer: readonly number[]): void => {
    for (const [words, share] of [
      ['p50', 0.5],
      ['p99', 0.99],
    ] as const) {
      rows.push(
        row({
          name: `${what}, ${words}`,
          conditions,
          value: percentile(ours, share),
          unit: 'ms',
          peer: { name: 'one bare read by index', value: percentile(peer, share) },
          ...(words === 'p99' ? { budget: { most: 5 } } : {}),
        }),
      )
    }
  }
  for (const [words, typed] of typings) {
    const ours: number[] = []
    const peer: number[] = []
    for (let time = -20; time < times; time += 1) {
      const one = someone()
      const start = performance.now()
      const found = await backend.ask('customers.search', { query: typed(one) })
      const took = performance.now() - start
      if (found.length === 0) throw new Error(`Nobody was found by ${words}`)
      const beside = timed(() => bare.byPhone(one.phone))
      if (time < 0) continue
      ours.push(took)
      peer.push(beside)
    }
    add(`lookup by ${words}`, ours, peer)
  }
  for (const [words, typed] of others) {
    const ours: number[] = []
    const peer: number[] = []
    for (let time = -20; time < times; time += 1) {
      const asked = typed(time + 20, plan.customers)
      const start = performance.now()
      await backend.ask('customers.search', { query: asked })
      const took = performance.now() - start
      const beside = timed(() => bare.byPhone(someone().phone))
      if (time < 0) continue
      ours.push(took)
      peer.push(beside)
    }
    add(`lookup by ${words}`, ours, peer)
  }
  const ours: number[] = []
  const peer: number[] = []
  for (let time = -20; time < times; time += 1) {
    const one = someone()
    const [found] = await backend.ask('customers.search', { query: one.phone })
    if (found === undefined) throw new Error('Nobody was found by phone')
    const start = performance.now()
    await backend.ask('customers.card', { customerId: found.id })
    const took = performance.now() - start
    const beside = timed(() => bare.byPhone(one.phone))
    if (time < 0) continue
    ours.push(took)
    peer.push(beside)
  }
  add("a customer's card", ours, peer)
  return rows
}

const firstOf = (people: readonly Person[]): Person => people[0] ?? { name: '', initials: '', phone: '' }
