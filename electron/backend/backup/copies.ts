import type { z } from 'zod'
import type { backupCopy } from '#shared/contract/backup.ts'
import { type EpochMs, epochOf } from '#shared/dates.ts'
import type { CopyManifest } from '../platform/ledger/copy-manifest.ts'
import { shopFolder } from './copy-name.ts'

export type BackupCopy = z.output<typeof backupCopy>

/** A copy as it lies on its target. */
export interface FoundCopy {
  /** `shop/stamp` */
  readonly id: string
  readonly path: string
  /** Null when it has none, or one that is no manifest: it was never finished, or it is hurt. */
  readonly manifest: CopyManifest | null
  /** Of all that holds the ledger. */
  readonly bytes: number
  /** Ledger, journal's end and keys are there, as long as they have to be. */
  readonly fits: boolean
}

/** @param verdict what the last full reading of this very copy found; null when nobody read it. */
export const describeCopy = (
  found: FoundCopy,
  verdict: boolean | null,
  ledgerId: string | null,
): BackupCopy => {
  const { id, manifest, bytes } = found
  return {
    id,
    at: manifest?.at ?? timeOfId(id),
    customers: manifest?.rows['customer'] ?? 0,
    receipts: manifest?.rows['receipt'] ?? 0,
    bytes,
    state: stateOf(found, verdict),
    ownShop: ledgerId === null || id.startsWith(`${shopFolder(ledgerId)}/`),
    checkCode: manifest === null ? '' : manifest.mac.slice(0, 8).toUpperCase(),
  }
}

const stateOf = ({ manifest, fits }: FoundCopy, verdict: boolean | null): BackupCopy['state'] => {
  if (manifest === null || !fits || verdict === false) return 'rotten'
  return verdict === true ? 'proven' : 'unproven'
}

/** The moment in its name; 0 when it is no real one. */
const timeOfId = (id: string): EpochMs => {
  const [, y, m, d, h, min, s] = /(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)/.exec(id) ?? []
  return epochOf(Number(y), Number(m), Number(d), Number(h), Number(min), Number(s)) ?? 0
}
