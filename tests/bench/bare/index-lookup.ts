import { openDatabase } from '#backend/platform/db/open.ts'
import { ledgerFiles } from '#backend/platform/ledger-files.ts'
import { readKeyFile } from '#backend/security/key-file.port.ts'
import { openKeys } from '#backend/security/keys.service.ts'

/** One prepared statement on the ledger file: a row by an indexed column. */
export interface IndexLookup {
  byPhone(phone: string): void
  close(): void
}

/** The key that opens a ledger file. */
export const dataKeyOf = async (path: string, passphrase: string): Promise<Buffer> => {
  const keys = await openKeys(readKeyFile(ledgerFiles(path).keys), { passphrase })
  return keys.dataKey
}

export const indexLookup = (path: string, key: Uint8Array): IndexLookup => {
  const db = openDatabase(path, { key, mode: 'read' })
  const statement = db.prepare('SELECT id, name FROM customer WHERE phone = ?')
  return { byPhone: (phone) => void statement.get(phone), close: () => db.close() }
}
