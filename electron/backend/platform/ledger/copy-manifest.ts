import { createHmac, timingSafeEqual } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import { DangolError } from '#shared/errors.ts'
import { derivedKey } from '../../security/seal.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

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
  /** Of the whole ledger file. */
  sha256,
  /** Where it lies in parts; null where it is one file. */
  parts: z
    .array(z.strictObject({ bytes: z.number().int().positive(), sha256 }))
    .min(1)
    .max(999)
    .nullable()
    .default(null),
  /** The journal's segments from the one that goes on where the ledger ends, one after another in one file. */
  tail: z
    .strictObject({
      segments: z
        .array(
          z.strictObject({ segment: z.number().int().positive(), bytes: z.number().int().nonnegative() }),
        )
        .min(1),
      /** The last record in it. */
      lastSeq: z.number().int().positive(),
      bytes: z.number().int().positive(),
      sha256,
    })
    .nullable()
    .default(null),
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

const macOf = (content: ManifestBody, dataKey: Uint8Array): Buffer => {
  const rows = Object.entries(content.rows).sort(([a], [b]) => (a < b ? -1 : 1))
  const { version, ledgerId, at, schema, journalSeq, bytes, chain, parts, tail } = content
  // Copies from before there was a chain, parts or a tail are signed without them.
  const head = chain === null ? [] : [[chain.seq, chain.mac]]
  const pieces = parts === null ? [] : [{ parts: parts.map((part) => [part.bytes, part.sha256]) }]
  const end = tail === null ? [] : [{ tail: tailFigures(tail) }]
  const figures = [version, ledgerId, at, schema, journalSeq, rows, bytes, content.sha256]
  return createHmac('sha256', derivedKey(dataKey, 'copy manifest'))
    .update(JSON.stringify([...figures, ...head, ...pieces, ...end]))
    .digest()
}

const tailFigures = (tail: NonNullable<ManifestBody['tail']>): unknown[] => [
  tail.segments.map(({ segment, bytes }) => [segment, bytes]),
  tail.lastSeq,
  tail.bytes,
  tail.sha256,
]

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
