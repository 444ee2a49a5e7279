import { setTimeout as pause } from 'node:timers/promises'
import type { Condition, Rule } from '#shared/contract/segment-rule.ts'
import { addDays } from '#shared/dates.ts'
import { formatNumber } from '#shared/won.ts'
import type { BenchContext } from '../context.ts'
import type { OpenBackend } from '../open-backend.ts'
import { quiet } from '../quiet.ts'
import type { Measured } from '../row.ts'
import { median } from '../statistics.ts'

const last = (count: number, unit: 'month' | 'year') => ({ of: 'last', count, unit }) as const
const often: Condition = { is: 'figure', of: 'visits', at: 'least', value: 10 }

interface Known {
  readonly product: number
  readonly category: number | null
  readonly tag: number | null
}

/** Rules as owners make them, each counted by the very call of the builder: a count, all people, five names. */
const rules = ({ product, category, tag }: Known): readonly (readonly [string, Rule])[] => {
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
    ['points', { is: 'figure', of: 'points', at: 'least', value: 1_000 }],
    ['days away', { is: 'figure', of: 'away', at: 'least', value: 60 }],
    ['their own rhythm', { is: 'figure', of: 'rhythm', at: 'most', value: 14 }],
    ['joined in a year', { is: 'date', of: 'joined', when: 'in', period: last(1, 'year') }],
    ['a name', { is: 'text', of: 'name', contains: '민' }],
    ['digits of a phone', { is: 'text', of: 'phone', contains: '77' }],
    ['a word of a memo', { is: 'text', of: 'memo', contains: '두유' }],
    ['consent to news', { is: 'consent', of: 'marketing', given: true }],
    ['no consent to news', { is: 'consent', of: 'marketing', given: false }],
    ['women', { is: 'gender', of: 'female' }],
    ['birthday within a week', { is: 'occasion', of: 'birthday', withinDays: 7 }],
    ...(tag === null ? [] : ([['a tag', { is: 'tag', tagId: tag }]] as const)),
    ['VIPs', { is: 'member', segmentId: 1 }],
    ['at risk by their own rhythm', { is: 'stage', stages: ['at-risk'] }],
    ['a box of scores', { is: 'member', segmentId: 30 }],
    ['a score', { is: 'score', of: 'money', from: 4, to: 5 }],
    ['spend of a year', { is: 'during', of: 'spend', period: last(1, 'year'), at: 'least', value: 100_000 }],
    [
      'average of three months',
      { is: 'during', of: 'average', period: last(3, 'month'), at: 'least', value: 9_000 },
    ],
    ['visits of five years', { is: 'during', of: 'visits', period: last(5, 'year'), at: 'least', value: 5 }],
    ['a product in three months', bought(one, false)],
    ['a product ever', bought(one, true)],
    ...(category === null
      ? []
      : ([
          ['a category in three months', bought({ kind: 'category', id: category }, false)],
          ['a category ever', bought({ kind: 'category', id: category }, true)],
        ] as const)),
    ['products of a name in three months', bought({ kind: 'name', text: '라떼' }, false)],
    [
      'weekdays and hours of three months',
      { is: 'time', weekdays: [1, 2], fromHour: 9, toHour: 12, period: last(3, 'month'), value: 2 },
    ],
    ['one group and not another', { all: [{ is: 'member', segmentId: 13 }, { not: often }] }],
    ['either of two', { any: [bought(one, false), { is: 'stage', stages: ['at-risk', 'lost'] }] }],
  ]
}

/** Weekdays and hours of all years are in no sum: read from receipts, and no part of the budget. */
const withoutBudget: readonly (readonly [string, Rule])[] = [
  [
    'weekdays and hours ever',
    { is: 'time', weekdays: [1, 2], fromHour: 9, toHour: 12, period: null, value: 2 },
  ],
]

const processor = 'its processor time, all threads'

/** How long an answer takes, and what of it the processors worked: other programs count only in the first. */
const asked = async (work: () => Promise<unknown>): Promise<{ took: number; worked: number }> => {
  const before = process.cpuUsage()
  const start = performance.now()
  await work()
  const took = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  return { took, worked: (user + system) / 1000 }
}

/**
 * Groups of fifty thousand customers; the first rows are a shop whose groups were never asked for, and the membership of
 * its past with questions beside it.
 */
export const segmentRows = async (
  { plan, rounds, row, ledgerWords }: BenchContext,
  backend: OpenBackend,
): Promise<Measured[]> => {
  const conditions = `${formatNumber(plan.customers)} customers, ${ledgerWords}`
  const rows: Measured[] = []
  const first = await asked(() => backend.ask('segments.list', {}))
  const { seconds, waited } = await keptUp(backend)
  rows.push(
    row({
      name: 'groups: asked for the first time, with the standing of everybody',
      conditions,
      value: first.took / 1000,
      unit: 's',
      peer: { name: `${processor}, s`, value: first.worked / 1000 },
    }),
    row({
      name: 'groups: membership of a year, kept for the first time in the background',
      conditions,
      value: seconds,
      unit: 's',
    }),
    row({
      name: 'group: visits, asked while the past is kept, p50',
      conditions: `${waited.length} times, ${conditions}`,
      value: median(waited),
      unit: 'ms',
      peer: { name: 'the longest', value: Math.max(...waited) },
    }),
  )
  await quiet(rounds(120))
  const { products, categories, tags } = await backend.ask('segments.choices', {})
  const [product] = products
  if (product === undefined) throw new Error('The shop sells nothing')
  const known = { product: product.id, category: categories[0]?.id ?? null, tag: tags[0]?.id ?? null }
  const all = [
    ...rules(known).map(([name, rule]) => ({ name, rule, budget: { most: 100 } })),
    ...withoutBudget.map(([name, rule]) => ({ name, rule })),
  ]
  for (const { name, rule, ...given } of all) {
    const times: { took: number; worked: number }[] = []
    for (let time = 0; time <= Math.max(3, rounds(15)); time += 1)
      times.push(await asked(() => backend.ask('segments.count', { rule })))
    const [cold = { took: 0, worked: 0 }, ...warm] = times
    rows.push(
      row({
        name: `group: ${name}, asked first`,
        conditions,
        value: cold.took,
        unit: 'ms',
        peer: { name: processor, value: cold.worked },
        ...given,
      }),
      row({
        name: `group: ${name}, p50`,
        conditions: `${conditions}, warm`,
        value: median(warm.map(({ took }) => took)),
        unit: 'ms',
        peer: { name: processor, value: median(warm.map(({ worked }) => worked)) },
        ...given,
      }),
    )
  }
  return rows
}

/** Asks until the last business day that is over was kept. @returns how long that took, and each question, ms. */
const keptUp = async (backend: OpenBackend): Promise<{ seconds: number; waited: number[] }> => {
  const start = performance.now()
  const waited: number[] = []
  for (;;) {
    const { asOf, keptTo } = await backend.ask('segments.list', {})
    const { took } = await asked(() => backend.ask('segments.count', { rule: often }))
    waited.push(took)
    if (keptTo !== null && keptTo >= addDays(asOf, -1))
      return { seconds: (performance.now() - start) / 1000, waited }
    await pause(1_000)
  }
}
