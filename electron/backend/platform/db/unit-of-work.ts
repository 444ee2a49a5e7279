import { createStatementCache, createWriter } from './connection.ts'
import type { Connection } from './open.ts'
import { guarded, isStorageFault } from './sqlite-errors.ts'
import type { Piece, RecordedStatement, UnitOfWork, Writer } from './statements.ts'

/** What the unit of work needs of the journal. Both return only when the record is on disk. */
export interface CommitJournal {
  /** @returns the record's sequence number. */
  append(statements: readonly RecordedStatement[]): number
  /** Marks a record whose transaction could not be committed after all. */
  void(seq: number): number
}

/** Names of the moments between which a crash leaves different traces; tests stop the process there. */
export type CommitMoment = 'begun' | 'worked' | 'sealed' | 'noted' | 'committed'

export interface UnitOptions {
  readonly journal: CommitJournal
  /** Written beside `journal_seq`, so that ids are never given twice. */
  readonly lastId: () => number
  /** Called after each commit, when nothing is open any more. */
  readonly committed?: () => void
  readonly moment?: (moment: CommitMoment) => void
}

/**
 * BEGIN IMMEDIATE → work → journal (fsync) → its number noted in `ledger_state` → COMMIT. Work that wrote
 * nothing leaves no record. Once sealed, a record counts: when the commit itself fails it is marked void, and
 * as long as even that cannot be written (a full disk), nothing else is.
 */
export const createUnitOfWork = (db: Connection, options: UnitOptions): UnitOfWork => {
  const statements = createStatementCache(db)
  const note = db.prepare('UPDATE ledger_state SET journal_seq = ?, last_id = ? WHERE id = 1')
  const moment = options.moment ?? (() => undefined)
  let recorded: RecordedStatement[] | null = null
  let toTakeBack: number | null = null

  const writer = createWriter(statements, {
    expect() {
      if (recorded === null) throw new Error('This unit of work has ended')
    },
    keep: (statement) => recorded?.push(statement),
  })

  const seal = (): void => {
    if (recorded === null || recorded.length === 0) {
      db.exec('COMMIT')
      return
    }
    const seq = options.journal.append(recorded)
    try {
      moment('sealed')
      note.run(seq, options.lastId())
      moment('noted')
      db.exec('COMMIT')
    } catch (error) {
      rollback(db)
      toTakeBack = seq
      attempt(() => takeBack(seq))
      throw error
    }
    moment('committed')
    options.committed?.()
  }

  /**
   * The frames of a commit whose fsync failed may still lie in the WAL and come alive at the next start, so
   * they are written over at once by noting the void record.
   */
  const takeBack = (seq: number): void => {
    const voided = options.journal.void(seq)
    db.transaction(() => note.run(voided, options.lastId())).immediate()
    toTakeBack = null
  }

  const open = <T>(work: () => T): T => {
    if (recorded !== null) throw new Error('A unit of work is open already: pass its Writer on')
    const due = toTakeBack
    if (due !== null) guarded(() => takeBack(due))
    guarded(() => db.exec('BEGIN IMMEDIATE'))
    recorded = []
    try {
      moment('begun')
      const result = work()
      refusePromise(result)
      moment('worked')
      guarded(seal)
      return result
    } catch (error) {
      rollback(db)
      throw error
    } finally {
      recorded = null
    }
  }

  const piece = <I, T>(item: I, work: (tx: Writer, item: I) => T): Piece<T> => {
    const before = recorded?.length ?? 0
    db.exec('SAVEPOINT piece')
    try {
      const value = work(writer, item)
      refusePromise(value)
      db.exec('RELEASE piece')
      return { ok: true, value }
    } catch (error) {
      // A sick disk is not one piece's fault; and SQLite may have rolled all back by itself.
      if (!db.inTransaction || isStorageFault(error)) throw error
      db.exec('ROLLBACK TO piece')
      db.exec('RELEASE piece')
      recorded?.splice(before)
      return { ok: false, error }
    }
  }

  return {
    write: (work) => open(() => work(writer)),
    writeMany: (items, work) => open(() => Array.from(items, (item) => piece(item, work))),
  }
}

const rollback = (db: Connection): void => {
  if (db.inTransaction) db.exec('ROLLBACK')
}

/** What fails here is tried again before the next unit of work; the failure that led to it is the one to tell. */
const attempt = (work: () => void): void => {
  try {
    work()
  } catch {
    return
  }
}

/** A promise would go on writing after the commit. */
const refusePromise = (value: unknown): void => {
  if (value instanceof Promise) throw new Error('A unit of work is synchronous')
}
