import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Connection } from '#backend/platform/db/open.ts'
import { query } from '#backend/platform/db/query.ts'
import type { Writer } from '#backend/platform/db/statements.ts'
import { createLedger, type Ledger, openLedger } from '#backend/platform/ledger.ts'
import type { LedgerKey } from '#backend/security/keys.service.ts'

export const passphrase = '단골손님 어서오세요 77'

/** A folder of its own for one test; gone when the test is over. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'dangol-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface Lab {
  readonly folder: string
  readonly path: string
  readonly recoveryCode: string
  /** Opens without the cost of stretching a passphrase. */
  readonly dataKey: Buffer
  ledger: Ledger
  /** Closes and opens again. */
  reopen(key?: LedgerKey): Promise<Ledger>
  /** Leaves as a killed process would: no closing words to the journal, no checkpoint. */
  dispose(): void
}

/** A real encrypted ledger in a folder of its own. */
export const ledgerLab = async (): Promise<Lab> => {
  const folder = temporaryFolder()
  const path = join(folder, 'shop.dangol')
  const made = await createLedger({ path, passphrase, shopName: '시험가게' })
  const lab: Lab = {
    folder,
    path,
    recoveryCode: made.recoveryCode,
    dataKey: Buffer.from(made.ledger.dataKey),
    ledger: made.ledger,
    async reopen(key = { dataKey: lab.dataKey }) {
      lab.dispose()
      lab.ledger = await openLedger({ path, key })
      return lab.ledger
    },
    dispose() {
      if (lab.ledger.db.open) lab.ledger.close()
    },
  }
  onTestFinished(() => lab.dispose())
  return lab
}

/** One customer row; everything that the table wants. */
export const addCustomer = (tx: Writer, id: number, name: string, phone: string | null = null): void => {
  tx.run(
    query.insertInto('customer').values({
      id,
      name,
      initials: name,
      phone,
      last_four: phone?.slice(-4) ?? null,
      memo: '',
      joined_on: '2026-11-22',
      created_at: 1,
      updated_at: 1,
    }),
  )
}

export const customerNames = (ledger: Ledger): string[] =>
  ledger.reader.all(query.selectFrom('customer').select('name').orderBy('id')).map(({ name }) => name)

/** Every row of every table, in order; of `ledger_state` all but where it stands in the journal. */
export const dump = (db: Connection): Record<string, unknown[]> => {
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1")
    .pluck()
    .all()
    .map(String)
  return Object.fromEntries(
    tables.map((table) => {
      const rows = db
        .prepare(`SELECT * FROM "${table}"`)
        .all()
        .map((row) => JSON.stringify(row))
      return [table, rows.map((row) => row.replace(/"journal_seq":\d+,/, '')).sort()]
    }),
  )
}

/** Every file below a folder, with its bytes. */
export const filesBelow = (folder: string): { readonly path: string; readonly bytes: Buffer }[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ path, bytes: readFileSync(path) }))
