import { setImmediate as breathe } from 'node:timers/promises'
import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import { businessDate } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork, Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { readShop } from '../shop/shop.service.ts'
import { joined, type Move, split } from './joining.ts'
import { firstDay, lastDay, monthPeriod, monthsBefore, monthText } from './periods.ts'
import { priceSteps, type SoldIn } from './prices.ts'
import { bySureness, categoryOf, type Pair, pairsFrom, takenApart } from './proposals.ts'
import {
  addCategory,
  allCategories,
  apartPairs,
  categoryAt,
  categoryNamed,
  dropCategory,
  linesOf,
  moveProducts,
  movesOf,
  nameProduct,
  printedNames,
  productAt,
  putApart,
  putInto,
  renameCategory,
  type ShelfRow,
  shelf,
  shownWith,
  soldByDay,
  soldByMonth,
  standings,
} from './shelf.repo.ts'
import { spellingOf } from './spelling.ts'

type Row = CallOutput<'products.list'>[number]
type Changed = CallOutput<'products.join'>

export interface ProductsService {
  list(wanted: CallParsed<'products.list'>): Row[]
  /** Throws `product.not-found`. */
  get(id: number): CallOutput<'products.get'>
  proposals(): Promise<CallOutput<'products.proposals'>>
  join(into: number, from: readonly number[]): Changed
  split(id: number): Changed
  /** Throws `product.changed-since` where somebody has joined or split any of them since. */
  undo(changeId: number): void
  apart(oneId: number, otherId: number): void
  rename(id: number, name: string): void
  categories(): CallOutput<'products.categories'>
  /** Throws `product.category-taken`, `product.category-not-found`. */
  saveCategory(id: number | null, name: string): number
  removeCategory(id: number): void
  categorise(given: CallParsed<'products.categorise'>): void
}

/** Months of sums that rows show. */
const shownMonths = 12
/** Of more products the rest sells next to nothing. */
const compared = 700
/** Compared with all others before somebody else has their turn. */
const comparedAtOnce = 20
const mostPairs = 100

export const createProducts = (reader: Reader, unit: UnitOfWork, ids: Ids, clock: Clock): ProductsService => {
  const thisMonth = (): number => monthPeriod(businessDate(clock.now(), readShop(reader).closes_at_hour))
  const since = (): number => monthsBefore(thisMonth(), shownMonths - 1)

  const change = (moves: readonly Move[], tx: Writer): Changed => {
    if (moves.length === 0) return { changeId: null }
    const at = clock.now()
    const changeId = ids.next(at)
    moveProducts(tx, changeId, moves, at)
    return { changeId }
  }
  const categoryFor = (tx: Writer, wanted: CallParsed<'products.categorise'>['category']): number | null => {
    if (wanted === null) return null
    if ('id' in wanted) {
      if (!categoryAt(tx, wanted.id)) throw new DangolError('product.category-not-found')
      return wanted.id
    }
    const there = categoryNamed(tx, wanted.name)
    if (there !== null) return there
    const id = ids.next(clock.now())
    addCategory(tx, id, wanted.name)
    return id
  }

  return {
    list({ query: text, categoryId }) {
      const wanted = spellingOf(text)
      return shelf(reader, since())
        .filter(
          (row) =>
            spellingOf(row.name).includes(wanted) && (categoryId === null || row.categoryId === categoryId),
        )
        .map(rowView)
    },
    get(id) {
      const product = productAt(reader, id)
      if (product === undefined) throw new DangolError('product.not-found')
      const row = shelf(reader, since()).find((one) => one.id === product.stands_for)
      if (row === undefined) throw new DangolError('product.not-found')
      const group = shownWith(reader, [id])
      const all = group.map((one) => one.id)
      const names = printedNames(reader, all)
      const lines = new Map(linesOf(reader, all).map((one) => [one.id, one.lines]))
      const sold = soldByMonth(reader, all)
      return {
        ...rowView(row),
        parts: group.map((one) => ({
          id: one.id,
          name: one.name,
          printed: names.filter(({ product_id: of }) => of === one.id).map(({ name }) => name),
          lines: lines.get(one.id) ?? 0,
        })),
        prices: priceSteps(sharpened(reader, all, sold)).map(({ from, to, price }) => ({
          from: firstDay(from),
          to: lastDay(to),
          price,
        })),
        months: Array.from({ length: shownMonths }, (_, index) => {
          const period = monthsBefore(thisMonth(), shownMonths - 1 - index)
          const one = sold.find((month) => month.period === period)
          return { month: monthText(period), quantity: (one?.quantity ?? 0) / 1_000, net: one?.net ?? 0 }
        }),
      }
    },
    async proposals() {
      const rows = shelf(reader, since())
      const apart = new Set(apartPairs(reader).map((pair) => `${pair.one_id} ${pair.other_id}`))
      const byId = new Map(rows.map((row) => [row.id, row]))
      const saidNo = (one: number, other: number): boolean =>
        apart.has(`${Math.min(one, other)} ${Math.max(one, other)}`)
      const known = takenApart(rows.slice(0, compared))
      const found: Pair[] = []
      for (let index = 0; index < known.length; index += 1) {
        found.push(...pairsFrom(known, index, saidNo))
        if (index % comparedAtOnce === 0) await breathe()
      }
      const pairs = bySureness(found)
      const byCategory = new Map<string, { id: number; name: string }[]>()
      for (const { id, name, categoryId } of rows) {
        const category = categoryId === null ? categoryOf(name) : null
        if (category !== null) byCategory.set(category, [...(byCategory.get(category) ?? []), { id, name }])
      }
      return {
        pairs: pairs.slice(0, mostPairs).flatMap(({ oneId, otherId, score }) => {
          const [one, other] = [byId.get(oneId), byId.get(otherId)]
          return one === undefined || other === undefined
            ? []
            : [{ one: rowView(one), other: rowView(other), score }]
        }),
        categories: [...byCategory].map(([name, products]) => ({ name, products: products.slice(0, 500) })),
      }
    },
    join: (into, from) =>
      unit.write((tx) => {
        known(tx, [into, ...from])
        return change(joined(shownWith(tx, [into, ...from]), into, from), tx)
      }),
    split: (id) =>
      unit.write((tx) => {
        known(tx, [id])
        return change(split(shownWith(tx, [id]), id), tx)
      }),
    undo(changeId) {
      unit.write((tx) => {
        const moves = movesOf(tx, changeId)
        const now = new Map(
          standings(
            tx,
            moves.map(({ id }) => id),
          ).map((one) => [one.id, one.stands_for]),
        )
        const same = moves.length > 0 && moves.every(({ id, after }) => now.get(id) === after)
        // What it would be shown as again has to stand for itself, or be among those that move.
        const heads = standings(tx, [...new Set(moves.map(({ before }) => before))])
        const moving = new Set(moves.map(({ id }) => id))
        const free = heads.every((head) => head.stands_for === head.id || moving.has(head.id))
        if (!same || !free) throw new DangolError('product.changed-since')
        change(
          moves.map(({ id, before, after }) => ({ id, before: after, after: before })),
          tx,
        )
      })
    },
    apart: (oneId, otherId) => {
      if (oneId === otherId) return
      unit.write((tx) => {
        known(tx, [oneId, otherId])
        putApart(tx, oneId, otherId)
      })
    },
    rename(id, name) {
      unit.write((tx) => {
        const product = productAt(tx, id)
        if (product === undefined) throw new DangolError('product.not-found')
        nameProduct(tx, product.stands_for, name.normalize('NFC'))
      })
    },
    categories: () => allCategories(reader),
    saveCategory: (id, name) =>
      unit.write((tx) => {
        const there = categoryNamed(tx, name)
        if (there !== null && there !== id) throw new DangolError('product.category-taken')
        if (id === null) return categoryFor(tx, { name }) ?? 0
        if (!categoryAt(tx, id)) throw new DangolError('product.category-not-found')
        renameCategory(tx, id, name)
        return id
      }),
    removeCategory(id) {
      unit.write((tx) => {
        if (!categoryAt(tx, id)) throw new DangolError('product.category-not-found')
        dropCategory(tx, id)
      })
    },
    categorise({ ids: wanted, category }) {
      unit.write((tx) => {
        known(tx, wanted)
        const heads = standings(tx, wanted).map((one) => one.stands_for)
        putInto(tx, [...new Set(heads)], categoryFor(tx, category))
      })
    },
  }
}

/** Throws `product.not-found` where any of them is not there. */
const known = (from: Reader, wanted: readonly number[]): void => {
  if (standings(from, wanted).length < new Set(wanted).size) throw new DangolError('product.not-found')
}

const rowView = (row: ShelfRow): Row => ({ ...row, quantity: row.quantity / 1_000 })

/** A month in which the price was neither that before nor that after is looked at day by day. */
const sharpened = (reader: Reader, ids: readonly number[], months: readonly SoldIn[]): SoldIn[] => {
  return months.flatMap((month, index) => {
    const before = months[index - 1]
    const mixed = month.quantity > 0 && (month.net * 1_000) % month.quantity !== 0
    const moved = before !== undefined && price(before) !== price(month)
    return mixed || moved ? soldByDay(reader, ids, month.period) : [month]
  })
}

const price = ({ quantity, net }: SoldIn): number => (quantity > 0 ? Math.round((net * 1_000) / quantity) : 0)
