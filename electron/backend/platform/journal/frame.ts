import { createHash } from 'node:crypto'

/**
 * One frame of a segment file, little-endian:
 * `DgJ1` · length of the whole frame u32 · type u8 · three zeros · sequence number u64 · body · chain hash.
 * The chain hash is SHA-256 over the hash of the frame before and all of this frame up to it. Only `head` and
 * `key` bodies are readable without the private key.
 */
export const frameTypes = { head: 1, key: 2, capture: 3, commit: 4, void: 5, marker: 6 } as const
export type FrameType = keyof typeof frameTypes

export interface Frame {
  readonly type: FrameType
  /** A record's number; for `head` and `key` the number that the next record gets. */
  readonly seq: number
  readonly body: Buffer
  /** Chain hash, 32 bytes. */
  readonly hash: Buffer
  /** Where the next frame begins. */
  readonly end: number
}

const sync = Buffer.from('DgJ1')
export const prefixLength = 20
export const hashLength = 32
export const smallestFrame = prefixLength + hashLength
export const largestBody = 32 * 1024 * 1024
/** What the first frame of a journal is chained to. */
export const noHash = Buffer.alloc(hashLength)

const typeNames: ReadonlyMap<number, FrameType> = new Map(
  Object.entries(frameTypes).map(([name, code]) => [code, name as FrameType]),
)

/** The part before the body; it also stands in what the body's seal authenticates. */
export const framePrefix = (type: FrameType, seq: number, bodyLength: number): Buffer => {
  const prefix = Buffer.alloc(prefixLength)
  sync.copy(prefix)
  prefix.writeUInt32LE(bodyLength + smallestFrame, 4)
  prefix.writeUInt8(frameTypes[type], 8)
  prefix.writeBigUInt64LE(BigInt(seq), 12)
  return prefix
}

export const frame = (
  prefix: Buffer,
  body: Uint8Array,
  previous: Buffer,
): { bytes: Buffer; hash: Buffer } => {
  const hash = createHash('sha256').update(previous).update(prefix).update(body).digest()
  return { bytes: Buffer.concat([prefix, body, hash]), hash }
}

/** The frame at `offset`, or null when there is no whole, unchanged one that follows on `previous`. */
export const frameAt = (bytes: Buffer, offset: number, previous: Buffer): Frame | null => {
  if (offset + smallestFrame > bytes.length || bytes.compare(sync, 0, 4, offset, offset + 4) !== 0)
    return null
  const end = offset + bytes.readUInt32LE(offset + 4)
  const type = typeNames.get(bytes.readUInt8(offset + 8))
  const seq = Number(bytes.readBigUInt64LE(offset + 12))
  if (end < offset + smallestFrame || end > bytes.length || type === undefined) return null
  if (bytes.readUIntLE(offset + 9, 3) !== 0 || !Number.isSafeInteger(seq)) return null
  const hash = bytes.subarray(end - hashLength, end)
  const expected = createHash('sha256')
    .update(previous)
    .update(bytes.subarray(offset, end - hashLength))
    .digest()
  if (!expected.equals(hash)) return null
  return { type, seq, body: bytes.subarray(offset + prefixLength, end - hashLength), hash, end }
}

/** Where the next frame could begin. */
export const nextSync = (bytes: Buffer, from: number): number | null => {
  const found = bytes.indexOf(sync, from)
  return found < 0 ? null : found
}
