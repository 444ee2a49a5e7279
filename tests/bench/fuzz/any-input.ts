import { z } from 'zod'

/** From 0 up to, not including, 1. */
export type Random = () => number

/** What values are drawn from: ids that the ledger knows, and a place where files may be written. */
export interface Pool {
  /** By what they are of, `customer`, `receipt`, …; see `kindOf`. */
  readonly ids: (kind: string) => readonly number[]
  readonly folder: string
}

/** The same numbers for the same seed. */
export const randomOf = (seed: number): Random => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const oneOf = <T>(random: Random, choices: readonly T[]): T | undefined =>
  choices[Math.floor(random() * choices.length)]

const texts = [
  '',
  '김',
  'ㄱㅇ',
  '남궁민수',
  '5678',
  '010-0000-1234',
  '01000001234',
  '2026-11-22',
  '2026-11',
  '09:30',
  '1',
  'a',
  'net',
  'pos',
  '%',
  "'; DROP TABLE customer; --",
  '__proto__',
  '1234567890',
  '880123',
  '#a1b2c3',
  'AAAA',
  'x'.repeat(70),
  '가'.repeat(500),
  '\u0000',
  '\ud800',
  '🧁',
  'e\u0301',
] as const
const numbers = [
  0,
  1,
  2,
  3,
  5,
  7,
  10,
  23,
  50,
  100,
  500,
  1_000,
  4_821,
  20_261_122,
  202_611,
  1_795_000_000_000,
  -1,
  -5_000,
  0.5,
  1e15,
  -1e15,
  2 ** 53,
  1e308,
] as const
const junk = [
  null,
  true,
  0,
  -1,
  'x',
  [],
  {},
  [null],
  { a: 1 },
  '\u0000',
  Number.POSITIVE_INFINITY,
  undefined,
] as const

/** Chosen once for each schema: which of the usual values it takes. */
const taken = new WeakMap<z.core.$ZodType, readonly unknown[]>()
const takenOf = (schema: z.core.$ZodType, all: readonly unknown[]): readonly unknown[] => {
  const known = taken.get(schema)
  if (known !== undefined) return known
  const good = all.filter((value) => z.safeParse(schema, value).success)
  taken.set(schema, good)
  return good
}

const isId = /^ids?$|Ids?$/
const isPlace = /^(?:target|folder|file)$/

/** What an id is of: said by its own name, or by the one around it. */
export const kindOf = (name: string, around: string): string =>
  (/^ids?$/.test(name) ? around : name.replace(/Ids?$/, '')).replace(/s$/, '').toLowerCase()

/** Nothing is dialled but this PC, and nothing is written outside of the folder. */
const textFor = (random: Random, key: string, pool: Pool, schema: z.core.$ZodType): unknown => {
  if (key === 'host') return '127.0.0.1'
  if (isPlace.test(key)) return pool.folder
  if (key === 'path' || key === 'printerPath') return '/dev/dangol-nobody'
  if (key === 'phone') return `0100000${String(Math.floor(random() * 10_000)).padStart(4, '0')}`
  return oneOf(random, takenOf(schema, texts)) ?? oneOf(random, texts)
}

/**
 * A value for a schema of the contract: mostly one that it takes, now and then one that it does not.
 * @param key the name under which it stands; ids are drawn from the pool. @param around what a bare `id` is of.
 */
export const anyInput = (
  random: Random,
  schema: z.core.$ZodType,
  pool: Pool,
  key = '',
  around = '',
  depth = 0,
): unknown => {
  if (random() < 0.01) return oneOf(random, junk)
  const within = (inner: z.core.$ZodType, name = key): unknown =>
    anyInput(random, inner, pool, name, around, depth + 1)
  if (schema instanceof z.ZodObject) {
    const entries = Object.entries(schema.def.shape).map(
      ([name, inner]) => [name, within(inner, name)] as const,
    )
    const known = entries.filter(([, value]) => value !== undefined && random() > 0.01)
    return Object.fromEntries(random() < 0.01 ? [...known, ['unasked', 1]] : known)
  }
  if (schema instanceof z.ZodArray) {
    const length = depth > 5 ? 0 : Math.floor(random() * 4)
    return Array.from({ length }, () => within(schema.def.element))
  }
  if (schema instanceof z.ZodUnion) {
    const inner = oneOf(random, schema.def.options)
    return inner === undefined ? null : within(inner)
  }
  if (schema instanceof z.ZodNullable) return random() < 0.4 ? null : within(schema.def.innerType)
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return random() < 0.4 ? undefined : within(schema.def.innerType)
  if (schema instanceof z.ZodReadonly) return within(schema.def.innerType)
  if (schema instanceof z.ZodEnum) return oneOf(random, Object.values(schema.def.entries))
  if (schema instanceof z.ZodLiteral) return oneOf(random, schema.def.values)
  if (schema instanceof z.ZodNull) return null
  if (schema instanceof z.ZodBoolean) return random() < 0.5
  if (schema instanceof z.ZodString) return textFor(random, key, pool, schema)
  if (schema instanceof z.ZodNumber) {
    const known = isId.test(key) ? pool.ids(kindOf(key, around)) : []
    if (known.length > 0 && random() < 0.9) return oneOf(random, known)
    return oneOf(random, takenOf(schema, numbers)) ?? Math.floor(random() * 1_000)
  }
  return oneOf(random, junk)
}
