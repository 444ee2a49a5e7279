import { createLedger, ledgerPresence } from '#backend/platform/ledger/create.ts'
import { type Ledger, openLedger } from '#backend/platform/ledger/open.ts'
import type { Io } from './io.ts'
import { readLedgerKey, readPassphrase } from './passphrase.ts'

const recoveryNotice = (code: string): string =>
  `복구 코드 ${code} — 지금만 보여 드려요. 적어 두세요 · recovery code, shown only now: write it down`

/** Makes a ledger with the passphrase that was given; its recovery code is told once, among the messages. */
export const createFor = async (
  path: string,
  shopName: string,
  keyFile: string | undefined,
  io: Io,
): Promise<Ledger> => {
  const passphrase = await readPassphrase(keyFile, io)
  const { ledger, recoveryCode } = await createLedger({ path, passphrase, shopName })
  try {
    await ledger.keys.confirmRecovery(recoveryCode)
  } catch (error) {
    ledger.close()
    throw error
  }
  io.say(recoveryNotice(recoveryCode))
  return ledger
}

/** The ledger at that path, made when there is none. */
export const openOrCreate = async (path: string, keyFile: string | undefined, io: Io): Promise<Ledger> =>
  ledgerPresence(path) === 'there'
    ? openLedger({ path, key: await readLedgerKey(keyFile, io) })
    : createFor(path, '단골장부', keyFile, io)
