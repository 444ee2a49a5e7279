import type { Condition, Rule } from '#shared/contract/segment-rule.ts'
import { addDays } from '#shared/dates.ts'
import { formatNumber } from '#shared/won.ts'
import type { BenchContext } from '../context.ts'
import type { OpenBackend } from '../open-backend.ts'
import type { Measured } from '../row.ts'
import { percentile } from '../statistics.ts'

const last = (count: number, unit: 'month' | 'year') => ({ of: 'last', count, unit }) as const
const often: Condition = { is: 'figure', of: 'visits', at: 'least', value: 10 }

/** Rules as owners make them, each counted by the very call of the builder: a count, all people, five names. */
const rules = (product: number, category: number | null): readonly (readonly [string, Rule])[] => {
  const bought = (what: Extract<Condition, { is: 'bought' }>['what'], ever: boolean): Condition => ({
    is: 'bought',
    what,
    count: 'pieces',
    period: ever ? null : last(3, 'month'),
    at: 'least',
    value: ever ? 5 : 1,
  })
  const one = { kind: 'product', id: product } as const
  return [
    ['visits', often],
    [
      'figures and dates',
      {
        all: [
          often,
          { is: 'figure', of: 'average', at: 'least', value: 9_000 },
          { is: 'date', of: 'last', when: 'in', period: last(3, 'month') },
        ],
      },
    ],
    ['a field of the customer', { is: 'text', of: 'name', contains: '민' }],
    ['VIPs', { is: 'member', segmentId: 1 }],
    ['at risk by their own rhythm', { is: 'stage', stages: ['at-risk'] }],
    ['a box of scores', { is: 'member', segmentId: 30 }],
    ['spend of a year', { is: 'during', of: 'spend', period: last(1, 'year'), at: 'least', value: 100_000 }],
    ['visits of five years', { is: 'during', of: 'visits', period: last(5, 'year'), at: 'least', value: 5 }],
    ['a product in three months', bought(one, false)],
    ['a product ever', bought(one, true)],
    ...(category === null
      ? []
      : ([
          ['a category in three months', bought({ kind: 'category', id: category }, false)],
          ['a category ever', bought({ kind: 'category', id: category }, true)],
        ] as const)),
    ['one group and not another', { all: [{ is: 'member', segmentId: 13 }, { not: often }] }],
  ]
}

/** Groups of fifty thousand customers; the first row is the membership of a shop that never had it kept. */
export const segmentRows = async (
  { plan, rounds, row, ledgerWords }: BenchContext,
  backend: OpenBackend,
): Promise<Measured[]> => {
  const conditions = `${formatNumber(plan.customers)} customers, ${ledgerWords}`
  const rows: Measured[] = []
  const start = performance.now()
  await keptUp(backend)
  rows.push(
    row({
      name: 'groups: membership of a year, kept for the first time in the background',
      conditions,
      value: (performance.now() - start) / 1000,
      unit: 's',
    }),
  )
  const { products, categories } = await backend.ask('segments.choices', {})
  const [product] = products
  if (product === undefined) throw new Error('The shop sells nothing')
  for (const [name, rule] of rules(product.id, categories[0]?.id ?? null)) {
    const times: number[] = []
    for (let time = 0; time <= Math.max(3, rounds(15)); time += 1) {
      const begun = performance.now()
      await backend.ask('segments.count', { rule })
      times.push(performance.now() - begun)
    }
    const [cold = 0, ...warm] = times
    rows.push(
      row({ name: `group: ${name}, cold`, conditions, value: cold, unit: 'ms' }),
      row({
        name: `group: ${name}, p50`,
        conditions: `${conditions}, warm`,
        value: percentile(warm, 0.5),
        unit: 'ms',
        budget: { most: 100 },
      }),
    )
  }
  return rows
}

/** Asks until the last business day that is over was kept. */
const keptUp = async (backend: OpenBackend): Promise<void> => {
  for (;;) {
    const { asOf, keptTo } = await backend.ask('segments.list', {})
    if (keptTo !== null && keptTo >= addDays(asOf, -1)) return
    await new Promise((resolve) => setTimeout(resolve, 2_000))
  }
}
