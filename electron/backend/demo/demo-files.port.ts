import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The demo shop's folder. Nothing in it is worth keeping; its passphrase lies beside its ledger. */
export interface DemoFiles {
  readonly ledgerPath: string
  /** The passphrase of a demo shop that was being looked at when the program ended; null when there is none. */
  passphrase(): string | null
  begin(passphrase: string): void
  remove(): void
}

export const demoFiles = (folder: string): DemoFiles => {
  const secret = join(folder, 'demo-passphrase.txt')
  return {
    ledgerPath: join(folder, 'ledger.dangol'),
    passphrase: () => (existsSync(secret) ? readFileSync(secret, 'utf8') : null),
    begin(passphrase) {
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true })
      writeFileSync(secret, passphrase, { mode: 0o600 })
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
