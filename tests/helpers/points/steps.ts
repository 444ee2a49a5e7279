import { findAction } from '#backend/loyalty/actions.repo.ts'
import { query } from '#backend/platform/db/query.ts'
import { findReceipt, type ReceiptRecord, remainingOf, setOwner } from '#backend/receipts/facts.service.ts'
import { isDangolError } from '#shared/errors.ts'
import { changeRule, type Merge, type Person, pcNow, receive, type World } from './world.ts'

/** What may happen, in any order; figures are taken modulo what there is. */
export const kinds = [
  'sell',
  'sell',
  'sell',
  'attach',
  'attach',
  'move',
  'detach',
  'refund',
  'refund',
  'amend',
  'spend',
  'spend',
  'spendWithSale',
  'undo',
  'correct',
  'bonus',
  'end',
  'time',
  'clock',
  'rule',
  'merge',
  'unmerge',
  'household',
] as const

export interface Step {
  readonly kind: (typeof kinds)[number]
  readonly a: number
  readonly b: number
  readonly c: number
}

const dayMs = 86_400_000
const years = 3_652 * dayMs

/** One step with all that follows, as one unit of work; refusals are part of the game. */
export const take = (world: World, step: Step): void => {
  try {
    world.ledger.unit.write(() => does[step.kind](world, step))
  } catch (error) {
    if (!isDangolError(error)) throw error
  }
}

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)]

const someone = (world: World, index: number): Person | undefined =>
  pick(
    world.people.filter(({ gone }) => !gone),
    index,
  )

const saleAt = (world: World, index: number): ReceiptRecord | undefined => {
  const id = pick(world.sales, index)
  return id === undefined ? undefined : findReceipt(world.ledger.tx, id)
}

const does: Readonly<Record<Step['kind'], (world: World, step: Step) => void>> = {
  sell(world, { a, b }) {
    const id = receive(world, (b % 90_000) + 1, null)
    world.sales.push(id)
    const person = a % 4 === 0 ? undefined : someone(world, a)
    const sale = findReceipt(world.ledger.tx, id)
    if (person && sale) world.points.loyalty.attach(world.ledger.tx, sale, person.id, pcNow(world))
  },
  attach(world, { a, b }) {
    const sale = saleAt(world, a)
    const person = someone(world, b)
    if (sale?.customer_id === null && person)
      world.points.loyalty.attach(world.ledger.tx, sale, person.id, pcNow(world))
  },
  detach(world, { a }) {
    const sale = saleAt(world, a)
    if (sale) world.points.loyalty.detach(world.ledger.tx, sale, pcNow(world))
  },
  move(world, step) {
    does.detach(world, step)
    does.attach(world, step)
  },
  refund(world, { a, b }) {
    const sale = saleAt(world, a)
    if (!sale) return
    const left = remainingOf(world.ledger.tx, sale.id)
    const amount = b % 2 === 0 ? left : Math.min(left, (b % 20_000) + 1)
    if (amount <= 0) return
    const refund = receive(world, -amount, sale)
    world.points.loyalty.refund(world.ledger.tx, sale, refund, pcNow(world))
  },
  amend(world, { a, b }) {
    const { tx } = world.ledger
    const sale = saleAt(world, a)
    if (!sale) return
    const total = sale.total - remainingOf(tx, sale.id) + (b % 50_000) + 1
    tx.run(query.updateTable('receipt').set({ total }).where('id', '=', sale.id))
    world.points.loyalty.adjust(tx, { ...sale, total }, pcNow(world))
  },
  spend(world, { a, b }) {
    const person = someone(world, a)
    if (!person) return
    const { points } = world.points.using.usable(world.ledger.tx, person.id, pcNow(world))
    if (points === 0) return
    // Now and then more than there is.
    const wanted = b % 5 === 0 ? points + 1 : (b % points) + 1
    world.spends.push(world.points.loyalty.spend(world.ledger.tx, person.id, wanted, null, pcNow(world)))
  },
  spendWithSale(world, { a, b }) {
    const sale = saleAt(world, a)
    if (sale?.customer_id == null) return
    const { points } = world.points.using.usable(world.ledger.tx, sale.customer_id, pcNow(world))
    if (points === 0 || remainingOf(world.ledger.tx, sale.id) < sale.total) return
    const wanted = (b % points) + 1
    world.spends.push(
      world.points.loyalty.spend(world.ledger.tx, sale.customer_id, wanted, sale.id, pcNow(world)),
    )
  },
  undo(world, { a }) {
    const { tx } = world.ledger
    const action = findAction(tx, pick(world.spends, a) ?? 0)
    if (action) world.points.loyalty.takeBackSpend(tx, action, pcNow(world))
  },
  correct(world, { a, b }) {
    const person = someone(world, a)
    const points = (b % 2_000) - 1_000
    if (person && points !== 0)
      world.points.loyalty.correct(world.ledger.tx, person.id, points, '시험', pcNow(world))
  },
  bonus(world, { a }) {
    const person = someone(world, a)
    if (person) world.points.bonuses.give(world.ledger.tx, person.id, 'survey', null, pcNow(world))
  },
  end(world) {
    for (const { id } of world.people) world.points.ending.end(world.ledger.tx, id, pcNow(world))
  },
  time(world, { a }) {
    world.trueNow += (a % 20) * dayMs
  },
  clock(world, { a, b }) {
    world.skew = ([0, years, -years, 0] as const)[a % 4] ?? 0
    if (a % 4 !== 0 && a % 4 !== 3) world.skew += (b % 48) * 3_600_000
  },
  rule(world, { a, b }) {
    changeRule(world, a, (b % 20) - 15)
  },
  merge(world, { a, b }) {
    const [gone, kept] = [someone(world, a), someone(world, b)]
    if (!gone || !kept || gone === kept) return
    const { tx, ids } = world.ledger
    const sales = world.sales.filter((id) => findReceipt(tx, id)?.customer_id === gone.id)
    const merge: Merge = { id: ids.next(pcNow(world)), gone, kept, sales, undone: false }
    for (const id of sales) setOwner(tx, id, kept.id, pcNow(world))
    world.points.loyalty.merge(tx, gone.id, kept.id, merge.id, pcNow(world))
    gone.gone = true
    world.merges.push(merge)
  },
  unmerge(world) {
    const merge = world.merges.findLast(({ undone, kept }) => !undone && !kept.gone)
    if (!merge) return
    const { tx } = world.ledger
    for (const id of merge.sales)
      if (findReceipt(tx, id)?.customer_id === merge.kept.id) setOwner(tx, id, merge.gone.id, pcNow(world))
    world.points.loyalty.unmerge(tx, merge.gone.id, merge.kept.id, merge.id, pcNow(world))
    merge.gone.gone = false
    merge.undone = true
  },
  household(world, { a, b, c }) {
    const { tx, ids } = world.ledger
    const person = someone(world, a)
    const other = someone(world, b)
    if (!person || !other || person === other) return
    for (const { id } of [person, other])
      tx.run(query.deleteFrom('household_member').where('customer_id', '=', id))
    if (c % 3 === 0) return
    const household = ids.next(pcNow(world))
    tx.run(
      query
        .insertInto('household')
        .values({ id: household, kind: 'family', name: '가족', created_at: pcNow(world) }),
    )
    const wording = tx.first(query.selectFrom('consent_wording').select('id'))?.id ?? 0
    for (const { id } of [person, other]) {
      const consent = ids.next(pcNow(world))
      tx.run(
        query
          .insertInto('consent')
          .values({ id: consent, customer_id: id, wording_id: wording, given: 1, how: 'counter', at: 1 }),
      )
      tx.run(
        query.insertInto('household_member').values({
          customer_id: id,
          household_id: household,
          joined_at: 1,
          agreed_at: c % 3 === 1 && id === other.id ? null : 1,
          consent_id: c % 3 === 1 && id === other.id ? null : consent,
        }),
      )
    }
  },
}
