import type { CallInput } from '#shared/contract/index.ts'
import { businessDate } from '#shared/dates.ts'
import type { BenchContext } from '../context.ts'
import type { OpenBackend } from '../open-backend.ts'
import type { Measured } from '../row.ts'
import { median, percentile } from '../statistics.ts'

const terms: CallInput<'coupons.saveKind'>['terms'] = {
  name: '아메리카노 한 잔 무료',
  benefit: 'item',
  value: 0,
  most: null,
  leastSpend: 0,
  weekdays: 127,
  fromMinute: 0,
  toMinute: 0,
  validFrom: null,
  validTo: null,
  validDays: 30,
  perPerson: null,
  inAll: null,
  personal: true,
  occasion: 'stamp',
  tierId: null,
  daysBefore: 0,
  absentDays: null,
  targets: [],
}

/** Tiers by spend, a card of stamps for each sale, a coupon for a full one and one for each new tier. */
const switchOn = async (backend: OpenBackend): Promise<void> => {
  const ask: OpenBackend['ask'] = (name, input) => backend.ask(name, input)
  const fromDate = businessDate(Date.now())
  const { kindId } = await ask('coupons.saveKind', { kindId: null, terms })
  await ask('coupons.saveKind', { kindId: null, terms: { ...terms, name: '등급 축하', occasion: 'tier' } })
  await ask('stamps.saveRule', {
    cardId: null,
    fromDate,
    name: '커피 카드',
    basis: 'amount',
    perWon: 1_000,
    length: 10,
    rewardKindId: kindId,
    targets: [],
  })
  await ask('tiers.savePlan', {
    fromDate,
    measure: 'spend',
    windowMonths: 12,
    graceDays: 30,
    levels: [
      { tierId: null, name: '실버', need: 10_000 },
      { tierId: null, name: '골드', need: 300_000 },
      { tierId: null, name: 'VIP', need: 600_000 },
    ],
  })
}

/** Receipts given to somebody and taken away again, with everything switched on that follows a sale. */
export const followerRows = async (
  { rounds, row, ledgerWords }: BenchContext,
  backend: OpenBackend,
): Promise<Measured[]> => {
  const ask: OpenBackend['ask'] = (name, input) => backend.ask(name, input)
  const phone = '01000000001'
  // In a large shop somebody has that number by chance.
  const [known] = await ask('customers.search', { query: phone })
  const joining = { name: '따라온손님', phone, consent: { required: true as const, marketing: false } }
  const customerId = known?.id ?? (await ask('customers.join', joining)).customerId
  const sales = (await ask('receipts.recent', { limit: 60 })).filter(
    ({ kind, customer }) => kind !== 'refund' && customer === null,
  )
  const one = async (time: number): Promise<number> => {
    const receiptId = sales[Math.abs(time) % sales.length]?.id
    if (receiptId === undefined) throw new Error('Every receipt has a customer')
    const start = performance.now()
    await ask('counter.attach', { receiptId, customerId, print: false })
    const took = performance.now() - start
    await ask('counter.detach', { receiptId })
    return took
  }
  const many = async (): Promise<number[]> => {
    const times: number[] = []
    for (let time = -5; time < rounds(200); time += 1) {
      const took = await one(time)
      if (time >= 0) times.push(took)
    }
    return times
  }
  const alone = await many()
  await switchOn(backend)
  const following = await many()
  const conditions = `stamps, tiers and coupons for a full card and a new tier, ${ledgerWords}, warm`
  return [
    row({
      name: 'a receipt given to a customer with everything that follows it, p50',
      conditions,
      value: median(following),
      unit: 'ms',
      peer: { name: 'points alone', value: median(alone) },
    }),
    row({
      name: 'a receipt given to a customer with everything that follows it, p99',
      conditions,
      value: percentile(following, 0.99),
      unit: 'ms',
      peer: { name: 'points alone', value: percentile(alone, 0.99) },
      budget: { most: 50 },
    }),
  ]
}
