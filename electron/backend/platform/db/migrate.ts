import { type Migration, migrations as released } from '#migrations/index.ts'
import { DangolError } from '#shared/errors.ts'
import type { Connection } from './open.ts'
import { guarded } from './sqlite-errors.ts'

/** The id of the last migration that this ledger has had; 0 for none. */
export const schemaVersion = (db: Connection): number => Number(db.pragma('user_version', { simple: true }))

/** What a ledger's `user_version` is once all of `list` have run. */
export const newestVersion = (list: readonly Migration[] = released): number => list.at(-1)?.id ?? 0

/**
 * Brings a ledger forward, each step in a transaction of its own together with its version number.
 * @param upTo a migration's id; a replay goes no further than the schema of the record it is about to apply.
 * @returns the ids that ran.
 * @throws DangolError `ledger.newer-version` when a later program made the file.
 */
export const migrate = (
  db: Connection,
  upTo: number = newestVersion(),
  list: readonly Migration[] = released,
): number[] => {
  const found = schemaVersion(db)
  refuseNewer(found, list)
  const due = list.filter((migration) => migration.id > found && migration.id <= upTo)
  for (const migration of due) guarded(() => step(db, migration))
  return due.map((migration) => migration.id)
}

/** @throws DangolError `ledger.newer-version`. */
export const refuseNewer = (version: number, list: readonly Migration[] = released): void => {
  const newest = newestVersion(list)
  if (version > newest) throw new DangolError('ledger.newer-version', { found: version, known: newest })
}

const step = (db: Connection, migration: Migration): void => {
  db.transaction(() => {
    for (const statement of migration.up) db.exec(statement)
    db.pragma(`user_version = ${migration.id}`)
  }).immediate()
}
