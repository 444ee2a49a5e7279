import { addRule } from '#backend/loyalty/rules.repo.ts'
import type { ProposedRule } from '#backend/loyalty/rules.service.ts'
import { type OpenLoyalty, openLoyalty } from '#backend/open-loyalty.ts'
import { query } from '#backend/platform/db/query.ts'
import { addReceipt } from '#backend/receipts/entering/receipt-writes.repo.ts'
import { addDays, businessDate } from '#shared/dates.ts'
import { addCustomer } from '../ledger-lab.ts'
import type { RawLedger } from './raw-ledger.ts'

/** Some customers and their sales on a ledger, a true time, and a PC whose clock may say another one. */
export interface World {
  readonly ledger: RawLedger
  readonly points: OpenLoyalty
  /** Whether the POS prints the day, as nearly all do. */
  readonly printed: boolean
  readonly people: Person[]
  readonly sales: number[]
  readonly spends: number[]
  readonly merges: Merge[]
  trueNow: number
  /** What the PC's clock is wrong by, milliseconds. */
  skew: number
}

export interface Person {
  readonly id: number
  /** Merged into somebody else for the time being. */
  gone: boolean
}

export interface Merge {
  readonly id: number
  readonly gone: Person
  readonly kept: Person
  readonly sales: readonly number[]
  undone: boolean
}

export const pcNow = (world: World): number => world.trueNow + world.skew

export const newWorld = (ledger: RawLedger, printed: boolean, trueNow: number, people = 4): World => {
  const clock = { now: () => pcNow(world) }
  const world: World = {
    ledger,
    points: openLoyalty({ ledger, clock }),
    printed,
    people: [],
    sales: [],
    spends: [],
    merges: [],
    trueNow,
    skew: 0,
  }
  for (let index = 0; index < people; index += 1) {
    const id = ledger.ids.next(trueNow)
    addCustomer(ledger.tx, id, '시험')
    ledger.tx.run(
      query.insertInto('customer_figures').values({
        customer_id: id,
        visits: 0,
        spend: 0,
        points: 0,
        first_visit: null,
        last_visit: null,
      }),
    )
    world.people.push({ id, gone: false })
  }
  return world
}

/** A receipt as it comes in, without what was read of it. @param of the sale that it gives back. */
export const receive = (
  world: World,
  total: number,
  of: { id: number; customer_id: number | null } | null,
): number => {
  const { ledger, trueNow } = world
  const received = pcNow(world)
  const issued = world.printed ? (trueNow === received ? trueNow - 1 : trueNow) : received
  const paper = ledger.ids.next(received)
  const id = ledger.ids.next(received)
  ledger.tx.run(
    query.insertInto('paper').values({
      id: paper,
      source_id: 'pos',
      source_name: 'pos',
      capture_seq: paper,
      from_byte: 0,
      to_byte: 1,
      received_at: received,
      ended_by: 'cut',
      encoding: 'cp949',
      kind: of === null ? 'sale' : 'refund',
      profile: null,
      confidence: 1,
      total,
      problems: '',
      state: 'read',
      digest: String(paper),
    }),
  )
  addReceipt(
    ledger.tx,
    {
      id,
      paper_id: paper,
      kind: of === null ? 'sale' : 'refund',
      issued_at: issued,
      received_at: received,
      business_date: businessDate(issued),
      business_number: null,
      receipt_number: null,
      approval_number: null,
      original_number: null,
      refunds_receipt_id: of?.id ?? null,
      total,
      discount: 0,
      supply: null,
      vat: null,
      exempt: null,
      identity: String(id),
      customer_id: of?.customer_id ?? null,
      attached_at: null,
    },
    [
      {
        receipt_id: id,
        position: 0,
        parent: null,
        name: '빵',
        unit_price: total,
        quantity: 1,
        amount: total,
      },
    ],
    [{ receipt_id: id, position: 0, method: 'card', amount: total }],
  )
  return id
}

const plain: ProposedRule = {
  fromDate: '2000-01-01',
  way: 'percent',
  carries: true,
  leastSpend: 0,
  lifetimeMonths: 2,
  birthdayDays: 7,
  rates: [{ tierId: 0, method: '', points: 100, perWon: 10_000 }],
  excludedItems: [],
  excludedCategories: [],
  bonuses: {},
}

const step = (points: number, perWon: number) => [{ tierId: 0, method: '', points, perWon }]

/** Rules as owners make them; points of some of them end soon. */
const rules: readonly Partial<ProposedRule>[] = [
  { lifetimeMonths: 1 },
  { rates: step(300, 10_000), lifetimeMonths: null },
  { way: 'amount', rates: step(1, 3_000) },
  { way: 'amount', rates: step(10, 1_000), carries: false, lifetimeMonths: 12 },
  { rates: step(150, 10_000), carries: false },
  { way: 'amount', rates: step(7, 700), bonuses: { 'first-visit': 500, survey: 100 }, lifetimeMonths: 3 },
  { rates: step(0, 10_000) },
]

/** Another rule holds, from some days ago or ahead. */
export const changeRule = (world: World, which: number, days: number): void => {
  const { ledger, trueNow } = world
  const id = ledger.ids.next(pcNow(world))
  const fromDate = addDays(businessDate(trueNow), days)
  addRule(ledger.tx, { ...plain, ...rules[which % rules.length], id, fromDate }, trueNow)
}
