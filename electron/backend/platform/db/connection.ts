import type { Statement } from 'better-sqlite3'
import type { Compilable } from 'kysely'
import type { Connection } from './open.ts'
import { guarded } from './sqlite-errors.ts'
import type { Reader, RecordedStatement, SqlValue, Writer } from './statements.ts'

/** Prepared statements by their SQL, the oldest first out. */
export interface StatementCache {
  get(sql: string): Statement
}

/** @param limit how many to keep; the program's own queries are a few hundred. */
export const createStatementCache = (db: Connection, limit = 500): StatementCache => {
  const kept = new Map<string, Statement>()
  return {
    get(sql) {
      const known = kept.get(sql)
      if (known !== undefined) return known
      const statement = db.prepare(plannedOnce(sql))
      if (kept.size >= limit) {
        const oldest = kept.keys().next()
        if (!oldest.done) kept.delete(oldest.value)
      }
      kept.set(sql, statement)
      return statement
    },
  }
}

/**
 * SQLite looks at the value of a bare `LIMIT ?` when it plans, and so would plan anew at every run; the plus hides it
 * (as in `hot.ts`), which takes a half to a tenth of the time.
 */
const plannedOnce = (sql: string): string => sql.replaceAll(/\blimit \?/gi, 'limit +?')

/** Reads only; a query that would write is refused, whatever the connection allows. */
export const createReader = (statements: StatementCache): Reader => {
  const prepared = <R>(query: Compilable<R>): [Statement, readonly SqlValue[]] => {
    const { sql, parameters } = query.compile()
    const statement = statements.get(sql)
    if (!statement.readonly) throw new Error('A reader cannot write')
    return [statement, parameters.map(sqlValue)]
  }
  return {
    all: <R>(query: Compilable<R>) =>
      guarded(() => {
        const [statement, parameters] = prepared(query)
        return statement.all(...parameters) as R[]
      }),
    first: <R>(query: Compilable<R>) =>
      guarded(() => {
        const [statement, parameters] = prepared(query)
        return statement.get(...parameters) as R | undefined
      }),
  }
}

export interface Recording {
  /** Called before a write. @throws Error when no transaction is open that it could belong to. */
  expect(): void
  /** Called after it, with what has run. */
  keep(statement: RecordedStatement): void
}

/**
 * Reads and writes inside the transaction that is open on the connection.
 * @param recording is told every statement that may have written, `RETURNING` ones included.
 */
export const createWriter = (statements: StatementCache, recording: Recording): Writer => {
  /** Those whose SQL has been looked at. */
  const harmless = new WeakSet<Statement>()
  const perform = <T>(
    query: Compilable,
    how: (statement: Statement, parameters: readonly SqlValue[]) => T,
  ): T =>
    guarded(() => {
      const { sql, parameters: given } = query.compile()
      const statement = statements.get(sql)
      const parameters = given.map(sqlValue)
      if (!statement.readonly) {
        recording.expect()
        if (!harmless.has(statement)) refuseChance(sql)
        harmless.add(statement)
      }
      const result = how(statement, parameters)
      if (!statement.readonly) recording.keep({ sql, parameters })
      return result
    })
  return {
    all: <R>(query: Compilable<R>) => perform(query, (statement, values) => statement.all(...values) as R[]),
    first: <R>(query: Compilable<R>) =>
      // `get` would stop after the first row and leave the rest of a RETURNING unwritten.
      perform(query, (statement, values) =>
        statement.readonly
          ? (statement.get(...values) as R | undefined)
          : (statement.all(...values)[0] as R | undefined),
      ),
    run: (query) =>
      perform(query, (statement, values) =>
        statement.reader
          ? { changes: statement.all(...values).length }
          : { changes: statement.run(...values).changes },
      ),
  }
}

/**
 * A write that draws on chance or on the clock would come out differently when the journal is replayed.
 * Such values are made by the program and given as parameters.
 */
const refuseChance = (sql: string): void => {
  if (
    /\b(?:random(?:blob)?\s*\(|current_(?:time|date|timestamp)\b|unixepoch\s*\(|julianday\s*\()|'now'/i.test(
      sql,
    )
  )
    throw new Error('A recorded statement cannot use chance or the clock')
}

const sqlValue = (value: unknown): SqlValue => {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value
  if (value instanceof Uint8Array) return value
  throw new TypeError(`SQLite cannot take a ${typeof value} as a parameter`)
}
