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
  run(query: Compilable<unknown>): { readonly changes: number }
}

/**
 * Opens the one write transaction of an entry use-case. Services below take the `Writer` and never open
 * their own. What is sealed in the journal is acknowledged; a throw rolls everything back.
 */
export interface UnitOfWork {
  write<T>(work: (tx: Writer) => T): T
}
