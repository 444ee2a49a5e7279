import { type Connection, openDatabase } from '#backend/platform/db/open.ts'

/** The key of peers' own databases: they hold nothing. */
export const peerKey = Buffer.alloc(32, 7)

export interface DurableCommits {
  /** One row, one commit, on disk when it returns. */
  commit(): void
  close(): void
}

/** The same SQLite build, encryption, WAL and `synchronous=FULL` with nothing of ours around it. */
export const durableCommits = (path: string): DurableCommits => {
  const db: Connection = openDatabase(path, { key: peerKey, mode: 'create' })
  db.exec('CREATE TABLE one (id INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT')
  const insert = db.prepare('INSERT INTO one (at) VALUES (?)')
  return { commit: () => void insert.run(Date.now()), close: () => db.close() }
}
