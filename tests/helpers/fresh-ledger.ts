import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { createLedger, type Ledger, openLedger } from '#backend/platform/ledger.ts'
import { passphrase, temporaryFolder } from './ledger-lab.ts'

interface Template {
  readonly folder: string
  readonly dataKey: Buffer
}

let template: Promise<Template> | null = null

const make = async (): Promise<Template> => {
  const folder = mkdtempSync(join(tmpdir(), 'dangol-template-'))
  const { ledger } = await createLedger({
    path: join(folder, 'shop.dangol'),
    passphrase,
    shopName: '시험가게',
  })
  const dataKey = Buffer.from(ledger.dataKey)
  ledger.close()
  return { folder, dataKey }
}

/**
 * Forgets the ledger that the copies are made of; call it once in a file that uses `freshLedger`.
 */
export const forgetTemplate = (): void => {
  afterAll(async () => {
    const made = await template
    template = null
    if (made !== null) rmSync(made.folder, { recursive: true, force: true })
  })
}

/** A real, empty, open ledger: a copy of one that was made once a file, for stretching a passphrase is slow. */
export const freshLedger = async (): Promise<{ readonly ledger: Ledger; readonly folder: string }> => {
  template ??= make()
  const { folder: from, dataKey } = await template
  const folder = temporaryFolder()
  cpSync(from, folder, { recursive: true })
  const ledger = await openLedger({ path: join(folder, 'shop.dangol'), key: { dataKey } })
  onTestFinished(() => {
    if (ledger.db.open) ledger.close()
  })
  return { ledger, folder }
}
