import { DangolError } from '#shared/errors.ts'
import { createStatementCache, type StatementCache } from '../db/connection.ts'
import { migrate, refuseNewer, schemaVersion } from '../db/migrate.ts'
import type { Connection } from '../db/open.ts'
import { isStorageFault, ledgerError } from '../db/sqlite-errors.ts'
import type { Entry } from '../journal/read.ts'
import type { Commit } from '../journal/records.ts'
import { type Lost, nothingLost, withLost } from './lost.ts'
import { writeState } from './state.ts'

export interface Replayed {
  /** Units of work that were applied. */
  readonly commits: number
  /** Number of the last record that was looked at, or where the ledger stood. */
  readonly seq: number
  /** Where the journal could not be read; nothing after it was applied. */
  readonly stoppedAt: { readonly seq: number; readonly reason: string } | null
  /** Units of work after that place. */
  readonly notApplied: number
  /** The same, by what they were about. */
  readonly lost: Lost
  /**
   * The unit of work with which the ledger begins here is marked void, and yet it is in: its commit was told
   * as failed, and the disk kept it.
   */
  readonly keptThoughVoid: boolean
}

/** Units of work per transaction. */
const batch = 200

/**
 * Applies the units of work that `entries` hold, in order, except those marked void, each under the schema it
 * was written for. A place where the journal cannot be read stops it: what comes after may build on what is
 * missing.
 * @throws DangolError `ledger.newer-version`, `ledger.disk-full`, `ledger.io`, `ledger.damaged`.
 */
export const replay = (db: Connection, entries: Iterable<Entry>, from: number): Replayed => {
  const statements = createStatementCache(db)
  let due: Due[] = []
  let seq = from
  let commits = 0
  let stoppedAt: Replayed['stoppedAt'] = null
  let notApplied = 0
  let lost = nothingLost
  let keptThoughVoid = false

  const lose = (some: readonly Due[]): void => {
    notApplied += some.length
    lost = some.reduce((sum, { commit }) => withLost(sum, commit), lost)
  }
  const flush = (): void => {
    if (stoppedAt === null) {
      const done = applyBatch(db, statements, due, seq)
      commits += done.applied
      stoppedAt = done.stoppedAt
      lose(due.slice(done.applied))
    } else {
      lose(due)
    }
    due = []
  }

  for (const entry of entries) {
    if (entry.kind === 'hole') {
      flush()
      stoppedAt ??= { seq: entry.seq, reason: entry.reason }
      continue
    }
    // A void always is the next signed record after what it takes back, so it is still in this batch.
    if (entry.kind === 'void') {
      keptThoughVoid ||= entry.voids === from
      due = due.filter((one) => one.seq !== entry.voids)
    } else if (entry.kind === 'commit') {
      if (due.length >= batch || due[0]?.commit.schema !== entry.commit.schema) flush()
      due.push({ seq: entry.seq, commit: entry.commit })
    }
    seq = entry.seq
  }
  flush()
  return { commits, seq, stoppedAt, notApplied, lost, keptThoughVoid }
}

interface Due {
  readonly seq: number
  readonly commit: Commit
}

const applyBatch = (
  db: Connection,
  statements: StatementCache,
  due: readonly Due[],
  seq: number,
): { readonly applied: number; readonly stoppedAt: Replayed['stoppedAt'] } => {
  const schema = due[0]?.commit.schema
  if (schema !== undefined && schema > schemaVersion(db)) {
    refuseNewer(schema)
    migrate(db, schema)
  }
  const progress = { applied: 0, stoppedAt: null as Replayed['stoppedAt'] }
  db.transaction(() => {
    for (const one of due) {
      if (!applyOne(db, statements, one)) {
        progress.stoppedAt = { seq: one.seq - 1, reason: 'misfit' }
        return
      }
      progress.applied += 1
      writeState(db, one.seq, one.commit.lastId)
    }
    if (due.length > 0) writeState(db, seq, 0)
  }).immediate()
  return progress
}

/** False, and nothing changed, when a statement does not fit the rows that are there. */
const applyOne = (db: Connection, statements: StatementCache, { commit }: Due): boolean => {
  db.exec('SAVEPOINT one')
  try {
    for (const { sql, parameters } of commit.statements) {
      const statement = statements.get(sql)
      if (statement.reader) statement.all(...parameters)
      else statement.run(...parameters)
    }
    db.exec('RELEASE one')
    return true
  } catch (thrown) {
    const error = ledgerError(thrown)
    if (!db.inTransaction || isStorageFault(error)) throw error
    db.exec('ROLLBACK TO one')
    db.exec('RELEASE one')
    return false
  }
}

/** @throws DangolError `ledger.journal-damaged` when the replay could not go to the journal's end. */
export const refuseIncomplete = (replayed: Replayed): void => {
  if (replayed.stoppedAt === null) return
  throw new DangolError('ledger.journal-damaged', {
    ...replayed.stoppedAt,
    applied: replayed.commits,
    notApplied: replayed.notApplied,
  })
}
