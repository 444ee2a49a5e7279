import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { z } from 'zod'
import { DangolError } from '#shared/errors.ts'
import { derivedKey } from '../../security/seal.ts'

const body = z.strictObject({
  format: z.literal('dangol-copy'),
  version: z.literal(1),
  ledgerId: z.uuid(),
  at: z.number().int(),
  schema: z.number().int(),
  /** The last journal record that is in the copy. */
  journalSeq: z.number().int(),
  rows: z.record(z.string(), z.number().int().nonnegative()),
  bytes: z.number().int().positive(),
  /** Where the access log's chain stood: a newer head than the ledger's own shows that it was put back. */
  chain: z
    .strictObject({ seq: z.number().int().positive(), mac: z.string().regex(/^[0-9a-f]{64}$/) })
    .nullable()
    .default(null),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
const manifest = body.extend({
  /** Keyed by the data key over all of the above, hex. */
  mac: z.string().regex(/^[0-9a-f]{64}$/),
})
/** What stands beside a copy and says what it has to hold: written last, so that it vouches for a whole file. */
export type CopyManifest = z.infer<typeof manifest>
export type ManifestBody = z.infer<typeof body>

export const manifestPath = (copy: string): string => `${copy}.manifest.json`

/** What a manifest says, believed by nobody until its key was tried; null when it is none. */
export const parseManifest = (text: string): CopyManifest | null =>
  manifest.safeParse(json(text)).data ?? null

export const signManifest = (content: ManifestBody, dataKey: Uint8Array): CopyManifest => ({
  ...content,
  mac: macOf(content, dataKey).toString('hex'),
})

/**
 * Null where a copy has none.
 * @throws DangolError `ledger.copy-damaged` when it is not as it was written.
 */
export const readManifest = (copy: string, dataKey: Uint8Array): CopyManifest | null => {
  const path = manifestPath(copy)
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return null
  const found = parseManifest(readFileSync(path, 'utf8'))
  if (found === null) throw new DangolError('ledger.copy-damaged', { reason: 'manifest' })
  const { mac, ...content } = found
  if (!timingSafeEqual(macOf(content, dataKey), Buffer.from(mac, 'hex')))
    throw new DangolError('ledger.copy-damaged', { reason: 'manifest' })
  return found
}

/** @throws DangolError `ledger.copy-damaged` when the file is not, byte for byte, the one that was copied. */
export const checkCopyBytes = (copy: string, expected: CopyManifest): void => {
  if (statSync(copy).size !== expected.bytes || sha256Of(copy) !== expected.sha256)
    throw new DangolError('ledger.copy-damaged', { reason: 'bytes' })
}

/** Hex; read a megabyte at a time. */
export const sha256Of = (path: string): string => {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(1024 * 1024)
  const fd = openSync(path, 'r')
  try {
    for (let read = readSync(fd, piece); read > 0; read = readSync(fd, piece))
      hash.update(piece.subarray(0, read))
  } finally {
    closeSync(fd)
  }
  return hash.digest('hex')
}

const macOf = (content: ManifestBody, dataKey: Uint8Array): Buffer => {
  const rows = Object.entries(content.rows).sort(([a], [b]) => (a < b ? -1 : 1))
  const { ledgerId, at, schema, journalSeq, bytes, sha256, chain } = content
  // Copies from before there was a chain are signed without one.
  const head = chain === null ? [] : [[chain.seq, chain.mac]]
  return createHmac('sha256', derivedKey(dataKey, 'copy manifest'))
    .update(JSON.stringify([content.version, ledgerId, at, schema, journalSeq, rows, bytes, sha256, ...head]))
    .digest()
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
