import { sql } from 'kysely'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import type { Move, Standing } from './joining.ts'
import type { SoldIn } from './prices.ts'

export type ProductRow = Schema['product']

export interface ShelfRow {
  readonly id: number
  readonly name: string
  readonly categoryId: number | null
  readonly spellings: number
  /** Thousandths. */
  readonly quantity: number
  readonly net: number
}

/** Products as they are shown, what sold best since a month first. @param since a month as 202611. */
export const shelf = (reader: Reader, since: number): ShelfRow[] =>
  reader.all(
    query
      .with('sold', (db) =>
        db
          .selectFrom('product_sum as s')
          .innerJoin('product as p', 'p.id', 's.product_id')
          .select((eb) => [
            'p.stands_for as id',
            eb.fn.sum<number>('s.quantity').as('quantity'),
            eb.fn.sum<number>('s.net').as('net'),
          ])
          .where('s.period', '>=', since)
          // Months only: days stand behind them in the same table.
          .where('s.period', '<', 1_000_000)
          .groupBy('p.stands_for'),
      )
      .with('joined', (db) =>
        db
          .selectFrom('product_name as n')
          .innerJoin('product as p', 'p.id', 'n.product_id')
          .select((eb) => ['p.stands_for as id', eb.fn.countAll<number>().as('spellings')])
          .groupBy('p.stands_for'),
      )
      .selectFrom('product as h')
      .leftJoin('sold', 'sold.id', 'h.id')
      .leftJoin('joined', 'joined.id', 'h.id')
      .select((eb) => [
        'h.id',
        'h.name',
        'h.category_id as categoryId',
        eb.fn.coalesce('joined.spellings', eb.lit(0)).as('spellings'),
        eb.fn.coalesce('sold.quantity', eb.lit(0)).as('quantity'),
        eb.fn.coalesce('sold.net', eb.lit(0)).as('net'),
      ])
      .where((eb) => eb('h.stands_for', '=', eb.ref('h.id')))
      .orderBy('net', 'desc')
      .orderBy('h.name'),
  )

export const productAt = (reader: Reader, id: number): ProductRow | undefined =>
  reader.first(query.selectFrom('product').selectAll().where('id', '=', id))

/** Everything that is shown as one of these products, whatever of it they are. */
export const shownWith = (reader: Reader, ids: readonly number[]): ProductRow[] =>
  reader.all(
    query
      .selectFrom('product')
      .selectAll()
      .where('stands_for', 'in', (eb) =>
        eb
          .selectFrom('product')
          .select('stands_for')
          .where('id', 'in', [...ids]),
      )
      .orderBy('id'),
  )

/** Names as printed, by spelling. */
export const printedNames = (
  reader: Reader,
  ids: readonly number[],
): { name: string; product_id: number }[] =>
  reader.all(
    query
      .selectFrom('product_name')
      .selectAll()
      .where('product_id', 'in', [...ids])
      .orderBy('name'),
  )

/** Lines of each spelling, less those given back. */
export const linesOf = (reader: Reader, ids: readonly number[]): { id: number; lines: number }[] =>
  reader.all(
    query
      .selectFrom('product_hour_sum')
      .select((eb) => ['product_id as id', eb.fn.sum<number>('lines').as('lines')])
      .where('product_id', 'in', [...ids])
      .groupBy('product_id'),
  )

/** By month, of all these spellings together. */
export const soldByMonth = (reader: Reader, ids: readonly number[]): SoldIn[] =>
  reader.all(
    query
      .selectFrom('product_hour_sum')
      .select((eb) => [
        'period',
        eb.fn.sum<number>('quantity').as('quantity'),
        eb.fn.sum<number>('net').as('net'),
      ])
      .where('product_id', 'in', [...ids])
      .groupBy('period')
      .orderBy('period'),
  )

/** By day, within one month (202611). */
export const soldByDay = (reader: Reader, ids: readonly number[], month: number): SoldIn[] =>
  reader.all(
    query
      .selectFrom('product_sum')
      .select((eb) => [
        'period',
        eb.fn.sum<number>('quantity').as('quantity'),
        eb.fn.sum<number>('net').as('net'),
      ])
      .where('period', '>', month * 100)
      .where('period', '<', month * 100 + 32)
      .where('product_id', 'in', [...ids])
      .groupBy('period')
      .orderBy('period'),
  )

export const moveProducts = (tx: Writer, id: number, moves: readonly Move[], at: number): void => {
  for (const move of moves) {
    tx.run(query.updateTable('product').set({ stands_for: move.after }).where('id', '=', move.id))
    tx.run(
      query
        .insertInto('product_change')
        .values({ id, product_id: move.id, at, before_id: move.before, after_id: move.after }),
    )
  }
}

export const movesOf = (reader: Reader, changeId: number): Move[] =>
  reader.all(
    query
      .selectFrom('product_change')
      .select(['product_id as id', 'before_id as before', 'after_id as after'])
      .where('id', '=', changeId),
  )

export const standings = (reader: Reader, ids: readonly number[]): Standing[] =>
  reader.all(
    query
      .selectFrom('product')
      .select(['id', 'stands_for'])
      .where('id', 'in', [...ids]),
  )

export const apartPairs = (reader: Reader): { one_id: number; other_id: number }[] =>
  reader.all(query.selectFrom('product_apart').selectAll())

export const putApart = (tx: Writer, one: number, other: number): void => {
  tx.run(
    query
      .insertInto('product_apart')
      .values({ one_id: Math.min(one, other), other_id: Math.max(one, other) })
      .onConflict((conflict) => conflict.doNothing()),
  )
}

export const nameProduct = (tx: Writer, id: number, name: string): void => {
  tx.run(query.updateTable('product').set({ name }).where('id', '=', id))
}

/** With how many products each has. */
export const allCategories = (reader: Reader): { id: number; name: string; products: number }[] =>
  reader.all(
    query
      .selectFrom('category as c')
      .leftJoin('product as p', (join) =>
        join.onRef('p.category_id', '=', 'c.id').on(sql<boolean>`p.stands_for = p.id`),
      )
      .select((eb) => ['c.id', 'c.name', eb.fn.count<number>('p.id').as('products')])
      .groupBy('c.id')
      .orderBy('c.position')
      .orderBy('c.name'),
  )

export const categoryNamed = (reader: Reader, name: string): number | null =>
  reader.first(query.selectFrom('category').select('id').where('name', '=', name))?.id ?? null

export const categoryAt = (reader: Reader, id: number): boolean =>
  reader.first(query.selectFrom('category').select('id').where('id', '=', id)) !== undefined

export const addCategory = (tx: Writer, id: number, name: string): void => {
  const last = tx.first(
    query
      .selectFrom('category')
      .select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('position')),
  )
  tx.run(query.insertInto('category').values({ id, name, position: (last?.position ?? 0) + 1 }))
}

export const renameCategory = (tx: Writer, id: number, name: string): void => {
  tx.run(query.updateTable('category').set({ name }).where('id', '=', id))
}

export const dropCategory = (tx: Writer, id: number): void => {
  tx.run(query.updateTable('product').set({ category_id: null }).where('category_id', '=', id))
  tx.run(query.deleteFrom('category').where('id', '=', id))
}

export const putInto = (tx: Writer, ids: readonly number[], categoryId: number | null): void => {
  tx.run(
    query
      .updateTable('product')
      .set({ category_id: categoryId })
      .where('id', 'in', [...ids]),
  )
}
