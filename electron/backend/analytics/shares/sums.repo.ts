import { type Compilable, sql } from 'kysely'
import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Writer } from '../../platform/db/statements.ts'
import { type Differences, type SumTable, sumTableNames, sumTables } from './tables.ts'

type Rows = { rows: string }
type Statement = (values: Rows) => Compilable

interface TableStatements {
  readonly add: Statement
  readonly sweep: Statement
}

const field = (place: number) => sql`value ->> ${sql.lit(place)}`
const list = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)))

/** One statement a table and receipt, however many rows it changes: they come as one list of numbers. */
const statementsOf = (table: SumTable): TableStatements => {
  const { keys, sums } = sumTables[table]
  const name = sql.table(table)
  const values = [...keys, ...sums].map((_, place) => field(place))
  const added = sums.map(
    (column) => sql`${sql.ref(column)} = ${sql.ref(column)} + excluded.${sql.ref(column)}`,
  )
  const empty = sums.map((column) => sql`${sql.ref(column)} = 0`)
  return {
    add: hot<Rows, unknown>((param) => ({
      compile: () =>
        sql`INSERT INTO ${name} (${list([...keys, ...sums])})
          SELECT ${sql.join(values)} FROM json_each(${param('rows')}) WHERE true
          ON CONFLICT (${list(keys)}) DO UPDATE SET ${sql.join(added)}`.compile(query),
    })),
    sweep: hot<Rows, unknown>((param) => ({
      compile: () =>
        sql`DELETE FROM ${name} WHERE (${list(keys)}) IN
          (SELECT ${sql.join(keys.map((_, place) => field(place)))} FROM json_each(${param('rows')}))
          AND ${sql.join(empty, sql` AND `)}`.compile(query),
    })),
  }
}

const statements = new Map(sumTableNames.map((table) => [table, statementsOf(table)]))

/** Adds to the sums; rows of which nothing is left go. */
export const addToSums = (tx: Writer, differences: Differences): void => {
  for (const [table, rows] of differences) {
    const own = statements.get(table)
    if (own === undefined) continue
    tx.run(own.add({ rows: JSON.stringify(rows) }))
    const lessened = rows.filter((row) => row.some((value) => value < 0))
    if (lessened.length > 0) tx.run(own.sweep({ rows: JSON.stringify(lessened) }))
  }
}
