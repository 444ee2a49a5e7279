import type { Compilable } from 'kysely'

/**
 * Kysely builds the SQL, better-sqlite3 runs it at once: nothing can be left un-awaited, and nothing else can
 * come between two statements of one unit of work. Implementations keep prepared statements by their SQL.
 */
export interface Reader {
  all<R>(query: Compilable<R>): R[]
  first<R>(query: Compilable<R>): R | undefined
}

/** Inside a unit of work only: every write is also recorded for the journal. */
export interface Writer extends Reader {
  run(query: Compilable): { readonly changes: number }
}

/** What became of one item of `writeMany`. */
export type Piece<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: unknown }

/**
 * Opens the one write transaction of an entry use-case. Services below take the `Writer` and never open
 * their own. What is sealed in the journal is acknowledged; a throw rolls everything back.
 */
export interface UnitOfWork {
  /** @throws Error when called inside another `write`: pass the `Writer` on instead. */
  write<T>(work: (tx: Writer) => T): T
  /**
   * Many small pieces in one transaction and one journal record, each in a savepoint of its own: a piece that
   * throws is undone alone and told in its place. For imports and replays; give at most 200 items at a time
   * so that the counter's own writes come in between.
   */
  writeMany<I, T>(items: Iterable<I>, work: (tx: Writer, item: I) => T): Piece<T>[]
}

/** One write as the journal keeps it. */
export interface RecordedStatement {
  readonly sql: string
  readonly parameters: readonly SqlValue[]
}
export type SqlValue = string | number | bigint | null | Uint8Array
