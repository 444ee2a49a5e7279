import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import type { EpochMs } from '#shared/dates.ts'
import type { RecordedStatement, SqlValue } from '../db/statements.ts'

/** Bytes from a source, kept before they are read. */
export interface Capture {
  readonly sourceId: string
  readonly at: EpochMs
  readonly encoding: string
  readonly bytes: Uint8Array
  /** Something that happened on the line instead of bytes, such as `gap` or `close`. */
  readonly event?: string
}

/** The writes of one unit of work. */
export interface Commit {
  /** The ledger's `user_version` when they ran. */
  readonly schema: number
  /** The greatest row id given so far. */
  readonly lastId: number
  readonly statements: readonly RecordedStatement[]
}

const captureHead = z.strictObject({
  s: z.string(),
  t: z.number().int(),
  e: z.string(),
  v: z.string().optional(),
})

/** Length of the head u16 · head as JSON · the bytes as they came. */
export const encodeCapture = (capture: Capture): Buffer => {
  const { sourceId: s, at: t, encoding: e, event: v } = capture
  const head = Buffer.from(JSON.stringify({ s, t, e, ...(v === undefined ? {} : { v }) }))
  const length = Buffer.alloc(2)
  length.writeUInt16LE(head.length)
  return Buffer.concat([length, head, capture.bytes])
}

/** @throws Error when it is no capture. */
export const decodeCapture = (plain: Buffer): Capture => {
  const end = 2 + plain.readUInt16LE(0)
  const head = captureHead.parse(JSON.parse(plain.subarray(2, end).toString('utf8')))
  return {
    sourceId: head.s,
    at: head.t,
    encoding: head.e,
    bytes: new Uint8Array(plain.subarray(end)),
    ...(head.v === undefined ? {} : { event: head.v }),
  }
}

/** Values that JSON has no words for: bytes, large integers, and the numbers that it writes as `null` or `0`. */
const packedValue = z.union([
  z.string(),
  z.number(),
  z.null(),
  z.strictObject({ b: z.string() }),
  z.strictObject({ i: z.string() }),
  z.strictObject({ f: z.enum(['NaN', 'Infinity', '-Infinity', '-0']) }),
])
type PackedValue = z.infer<typeof packedValue>

const packedCommit = z.strictObject({
  v: z.literal(1),
  schema: z.number().int(),
  lastId: z.number().int(),
  /** Each SQL text once. */
  sql: z.array(z.string()),
  run: z.array(z.tuple([z.number().int().nonnegative()], packedValue)),
})

/** JSON with each SQL text once, deflated. */
export const encodeCommit = (commit: Commit): Buffer => {
  const places = new Map<string, number>()
  const run = commit.statements.map(({ sql, parameters }) => {
    const place = places.get(sql) ?? places.size
    places.set(sql, place)
    return [place, ...parameters.map(pack)]
  })
  const { schema, lastId } = commit
  return deflateRawSync(JSON.stringify({ v: 1, schema, lastId, sql: [...places.keys()], run }), { level: 1 })
}

/** @throws Error when it is no commit. */
export const decodeCommit = (plain: Buffer): Commit => {
  const { schema, lastId, sql, run } = packedCommit.parse(JSON.parse(inflateRawSync(plain).toString('utf8')))
  const statements = run.map(([place, ...values]) => {
    const text = sql[place]
    if (text === undefined) throw new Error('A commit names SQL that it does not hold')
    return { sql: text, parameters: values.map(unpack) }
  })
  return { schema, lastId, statements }
}

const pack = (value: SqlValue): PackedValue => {
  if (typeof value === 'bigint') return { i: value.toString() }
  if (value instanceof Uint8Array) return { b: Buffer.from(value).toString('base64') }
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
    return packedValue.parse({ f: Object.is(value, -0) ? '-0' : String(value) })
  return value
}

const unpack = (value: PackedValue): SqlValue => {
  if (value === null || typeof value !== 'object') return value
  if ('b' in value) return Buffer.from(value.b, 'base64')
  return 'i' in value ? BigInt(value.i) : Number(value.f)
}

const voided = z.strictObject({ voids: z.number().int().positive() })
export const encodeVoid = (seq: number): Buffer => Buffer.from(JSON.stringify({ voids: seq }))
export const decodeVoid = (plain: Buffer): number => voided.parse(JSON.parse(plain.toString('utf8'))).voids

/**
 * Something worth knowing that changes no row: rebuilt, or a new segment begun, because a person's traces were to go or
 * because what comes now goes with a copy.
 */
export const markers = ['recovered', 'wiped', 'copied'] as const
export type Marker = { readonly what: (typeof markers)[number]; readonly at: EpochMs }
const marker = z.strictObject({ what: z.enum(markers), at: z.number().int() })
export const encodeMarker = (content: Marker): Buffer => Buffer.from(JSON.stringify(content))
export const decodeMarker = (plain: Buffer): Marker => marker.parse(JSON.parse(plain.toString('utf8')))
