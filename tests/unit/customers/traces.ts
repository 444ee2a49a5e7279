import { copyFileSync, existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { openDatabase } from '#backend/platform/db/open.ts'
import { readJournal } from '#backend/platform/journal/read.ts'
import { newestBase } from '#backend/platform/ledger/base.ts'
import type { Ledger } from '#backend/platform/ledger.ts'
import { ledgerFiles } from '#backend/platform/ledger-files.ts'
import { readKeyFile } from '#backend/security/key-file.port.ts'
import { openKeys } from '#backend/security/keys.service.ts'
import { temporaryFolder } from '../../helpers/ledger-lab.ts'

/** Where words were found: `ledger`, `wal`, `journal`, `base`. */
export type Place = 'ledger' | 'wal' | 'journal' | 'base'

/** The file's pages as they are, free ones and the slack between cells too, decrypted. */
const rawPages = (path: string, dataKey: Uint8Array): Buffer => {
  const copy = join(temporaryFolder(), 'raw.dangol')
  copyFileSync(path, copy)
  const db = openDatabase(copy, { key: dataKey, mode: 'write' })
  db.pragma('journal_mode = DELETE')
  db.pragma("rekey=''")
  db.close()
  return readFileSync(copy)
}

/**
 * Looks for what was known of somebody in everything that lies on the disk, opened with the ledger's own keys. Call it on
 * a ledger that is closed.
 */
export const tracesOf = async (
  path: string,
  dataKey: Uint8Array,
  words: readonly string[],
): Promise<Partial<Record<Place, string[]>>> => {
  const files = ledgerFiles(path)
  const file = readKeyFile(files.keys)
  const { journalPrivateKey: privateKey } = await openKeys(file, { dataKey: Buffer.from(dataKey) })
  const { ledgerId } = file
  const needles = words.flatMap((word) => [
    { word, bytes: Buffer.from(word) },
    { word, bytes: iconv.encode(word, 'cp949') },
  ])
  const found: Partial<Record<Place, string[]>> = {}
  const look = (place: Place, bytes: Buffer): void => {
    const hits = needles.filter((needle) => bytes.includes(needle.bytes)).map(({ word }) => word)
    if (hits.length > 0) found[place] = [...new Set([...(found[place] ?? []), ...hits])]
  }
  look('ledger', rawPages(path, dataKey))
  if (existsSync(files.wal) && statSync(files.wal).size > 0) look('wal', Buffer.from(words.join(' ')))
  for (const entry of readJournal({ folder: files.journal, ledgerId, privateKey, dataKey, afterSeq: 0 })) {
    if (entry.kind === 'commit') {
      for (const { parameters } of entry.commit.statements)
        for (const value of parameters)
          look('journal', Buffer.from(value instanceof Uint8Array ? value : String(value)))
    }
    if (entry.kind === 'capture') look('journal', Buffer.from(entry.capture.bytes))
  }
  const base = newestBase(files.journal, dataKey, ledgerId)
  if (base !== null) look('base', rawPages(base.path, dataKey))
  return found
}

/** Everything is in the ledger's file; nothing is open any more. */
export const shut = (ledger: Ledger): void => {
  if (ledger.db.open) ledger.close()
}
