import { createReader, createStatementCache } from './connection.ts'
import { type Connection, openDatabase } from './open.ts'
import type { Reader } from './statements.ts'

/** The counter's own connection: it sees what is committed and never waits for a writer. */
export interface ReadConnection {
  readonly reader: Reader
  readonly db: Connection
  close(): void
}

/** @throws DangolError as `openDatabase` does. */
export const openReadOnly = (path: string, key: Uint8Array): ReadConnection => {
  const db = openDatabase(path, { key, mode: 'read' })
  return { db, reader: createReader(createStatementCache(db)), close: () => db.close() }
}
