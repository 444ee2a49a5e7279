import { setTimeout as pause } from 'node:timers/promises'
import type { CallInput } from '#shared/contract/index.ts'
import { addDays, businessDate } from '#shared/dates.ts'
import { formatNumber } from '#shared/won.ts'
import { startTcpTestPrinter } from '../../helpers/devices/test-printer.ts'
import type { BenchContext } from '../context.ts'
import type { OpenBackend } from '../open-backend.ts'
import type { Measured } from '../row.ts'
import { percentile } from '../statistics.ts'

const proposed = (): CallInput<'points.tryRule'> => ({
  fromDate: addDays(businessDate(Date.now()), 1),
  way: 'percent',
  carries: true,
  leastSpend: 0,
  lifetimeMonths: 12,
  birthdayDays: 7,
  rates: [
    { tierId: 0, method: '', points: 150, perWon: 10_000 },
    { tierId: 0, method: 'cash', points: 300, perWon: 10_000 },
  ],
  excludedItems: ['아메리카노(ICE)'],
  excludedCategories: [],
  bonuses: [],
})

const took = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** From the key at the counter to entries and to the printer; a rule tried on the past year; the book. */
export const pointsRows = async (
  { rounds, row, ledgerWords, plan }: BenchContext,
  backend: OpenBackend,
): Promise<Measured[]> => {
  const ask: OpenBackend['ask'] = (name, input) => backend.ask(name, input)
  const conditions = `${ledgerWords}, warm`
  const { customerId } = await ask('customers.join', {
    name: '시험손님',
    phone: '010-1234-5678',
    consent: { required: true, marketing: false },
  })
  const open = (await ask('receipts.recent', { limit: 60 })).filter(
    ({ kind, customer }) => kind !== 'refund' && customer === null,
  )
  const [first] = open
  if (first === undefined) throw new Error('Every receipt has a customer')
  const give = () => ask('counter.attach', { receiptId: first.id, customerId, print: false })
  const attaching: number[] = []
  const count = rounds(200)
  for (let time = -5; time < count; time += 1) {
    const given = await took(give)
    await ask('counter.detach', { receiptId: first.id })
    if (time >= 0) attaching.push(given)
  }
  await ask('points.correct', { customerId, points: 1_000_000, reason: 'bench' })
  const using: number[] = []
  for (let time = -5; time < count; time += 1) {
    const used = await took(() =>
      ask('points.use', { customerId, points: 100, receiptId: null, print: false }),
    )
    if (time >= 0) using.push(used)
  }

  const printing: number[] = []
  // One that answers, as receipt printers do.
  const printer = await startTcpTestPrinter()
  try {
    await ask('printers.save', {
      id: 'bench-printer',
      name: 'bench',
      enabled: true,
      columns: 42,
      kind: 'tcp',
      host: '127.0.0.1',
      port: printer.port,
    })
    for (const [index, { id }] of open.slice(0, Math.max(2, Math.min(20, rounds(20)))).entries()) {
      const before = printer.printedBytes().length
      const start = performance.now()
      await ask('counter.attach', { receiptId: id, customerId, print: true })
      while (printer.printedBytes().length === before) await pause(1)
      // The first slip also finds the printer.
      if (index > 0) printing.push(performance.now() - start)
      while (printer.slips().length <= index) await pause(1)
    }
  } finally {
    await ask('printers.remove', { id: 'bench-printer' })
    await printer.close()
  }

  // A rule that has to look at items and at ways of paying, the dearest kind; somebody is served meanwhile.
  const answering: number[] = []
  const over = new AbortController()
  const tried = took(() => ask('points.tryRule', proposed())).finally(() => over.abort())
  while (!over.signal.aborted) {
    answering.push(await took(() => ask('counter.today', {})))
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const trial = await tried
  const book = [0, 1, 2].map(() => took(() => ask('points.book', {})))
  const checked = await took(() => ask('points.check', {}))
  return [
    row({
      name: 'key to entries: a receipt given to a customer, p99',
      conditions,
      value: percentile(attaching, 0.99),
      unit: 'ms',
      budget: { most: 50 },
    }),
    row({
      name: 'key to entries: points used, p99',
      conditions: `${count} uses, ${conditions}`,
      value: percentile(using, 0.99),
      unit: 'ms',
      budget: { most: 50 },
    }),
    row({
      name: "key to the printer's first byte, longest",
      conditions: `${printing.length} slips over TCP, ${conditions}`,
      value: percentile(printing, 1),
      unit: 'ms',
      budget: { most: 150 },
    }),
    row({
      name: 'a rule tried over the past year',
      conditions: `by item and way of paying, ${conditions}`,
      value: trial / 1000,
      unit: 's',
      budget: { most: 5 },
    }),
    row({
      name: 'an answer at the counter while a rule is tried, longest',
      conditions: `${formatNumber(answering.length)} calls`,
      value: percentile(answering, 1),
      unit: 'ms',
      budget: { most: 50 },
    }),
    row({
      name: 'the book of what is owed, longest of three',
      conditions: `${formatNumber(plan.customers)} customers, ${conditions}`,
      value: percentile(await Promise.all(book), 1),
      unit: 'ms',
    }),
    row({
      name: 'every balance against its entries and lots',
      conditions: `${formatNumber(plan.customers)} customers, in pieces, ${conditions}`,
      value: checked / 1000,
      unit: 's',
    }),
  ]
}
