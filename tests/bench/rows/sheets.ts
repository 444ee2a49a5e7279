import type { CallInput } from '#shared/contract/index.ts'
import type { SheetCondition } from '#shared/contract/sheet-filter.ts'
import { formatNumber } from '#shared/won.ts'
import type { BenchContext } from '../context.ts'
import type { OpenBackend } from '../open-backend.ts'
import type { Measured } from '../row.ts'
import { percentile } from '../statistics.ts'

type Asked = CallInput<'sheets.rows'>

const people = ['name', 'phone', 'tags', 'visits', 'spend', 'points', 'lastVisit', 'memo']
const papers = ['issuedAt', 'kind', 'items', 'customer', 'points', 'total', 'payment', 'number']
const items = ['issuedAt', 'name', 'quantity', 'unitPrice', 'amount', 'customer']

const lastYear = {
  column: 'issuedAt',
  is: 'past',
  count: 1,
  unit: 'year',
  within: true,
} satisfies SheetCondition

const customers = (part: Partial<Asked>): Asked => ({
  sheet: 'customers',
  filter: {},
  sort: [],
  columns: people,
  from: 0,
  count: 100,
  list: null,
  ...part,
})
const receipts = (part: Partial<Asked>): Asked => ({
  ...customers({ sheet: 'receipts', columns: papers, filter: { conditions: [lastYear] } }),
  ...part,
})
const by = (column: string) => [{ column, descending: true }]

const latteLines = (days: number): Asked =>
  receipts({
    sheet: 'lines',
    columns: items,
    filter: {
      conditions: [
        { ...lastYear, count: days, unit: 'day' },
        { column: 'name', is: 'contains', text: '라떼' },
      ],
    },
    sort: by('amount'),
  })

/** What an owner asks of a sheet; each is the whole answer with its first hundred rows. */
const questions: readonly (readonly [name: string, asked: Asked, budget: number | null])[] = [
  ['customers as they open', customers({}), 100],
  ['customers sorted by money', customers({ sort: by('spend') }), 100],
  [
    'customers sorted by last visit, then name',
    customers({ sort: [...by('lastVisit'), ...by('name')] }),
    100,
  ],
  [
    'customers filtered by initials, money and days',
    customers({
      filter: {
        conditions: [
          { column: 'name', is: 'contains', text: 'ㄱㅇ' },
          { column: 'spend', is: 'range', from: 50_000, to: null },
          { column: 'lastVisit', is: 'past', count: 90, unit: 'day', within: false },
        ],
      },
      sort: by('spend'),
    }),
    100,
  ],
  [
    'customers filtered by consent',
    customers({ filter: { conditions: [{ column: 'marketing', is: 'oneOf', values: ['1'], not: false }] } }),
    100,
  ],
  ['receipts of a year as they open', receipts({}), 100],
  ['receipts of a year sorted by total', receipts({ sort: by('total') }), 100],
  [
    'receipts of a year filtered by item and total',
    receipts({
      filter: {
        conditions: [
          lastYear,
          { column: 'items', is: 'contains', text: '라떼' },
          { column: 'total', is: 'range', from: 20_000, to: null },
        ],
      },
    }),
    100,
  ],
  ['receipts of all years as they open', receipts({ filter: {} }), 100],
  ['receipts of all years sorted by total', receipts({ filter: {}, sort: by('total') }), null],
  ['items of 90 days filtered by name, sorted by amount', latteLines(90), 100],
  ['items of a year filtered by name, sorted by amount', latteLines(365), null],
  [
    'products as they open',
    customers({ sheet: 'products', columns: ['name', 'category', 'quantity', 'net'] }),
    100,
  ],
]

/** Sheets by the very calls of the window: a new order, the next block in it, sums over everything. */
export const sheetRows = async (
  { rounds, row, plan, ledgerWords }: BenchContext,
  backend: OpenBackend,
): Promise<Measured[]> => {
  const times = rounds(20)
  const ask: OpenBackend['ask'] = (name, input) => backend.ask(name, input)
  const conditions = `${formatNumber(plan.customers)} customers, ${ledgerWords}, warm`
  const measure = async (work: () => Promise<unknown>): Promise<number> => {
    const took: number[] = []
    for (let time = -2; time < times; time += 1) {
      const start = performance.now()
      await work()
      if (time >= 0) took.push(performance.now() - start)
    }
    return percentile(took, 0.5)
  }
  const rows: Measured[] = []
  const add = async (name: string, work: () => Promise<unknown>, budget: number | null): Promise<void> => {
    rows.push(
      row({
        name: `sheet: ${name}, p50`,
        conditions,
        value: await measure(work),
        unit: 'ms',
        ...(budget === null ? {} : { budget: { most: budget } }),
      }),
    )
  }
  for (const [name, asked, budget] of questions) await add(name, () => ask('sheets.rows', asked), budget)
  const begun = customers({ sort: by('spend') })
  const { list } = await ask('sheets.rows', begun)
  let from = 0
  await add(
    'the next 100 customers while scrolling',
    () => {
      from = (from + 7_300) % plan.customers
      return ask('sheets.rows', { ...begun, list, from })
    },
    20,
  )
  await add(
    'sums over all customers but one',
    () =>
      ask('sheets.totals', {
        sheet: 'customers',
        selection: { filter: {}, exceptKeys: ['1000'] },
        columns: ['visits', 'spend', 'points'],
      }),
    100,
  )
  return rows
}
