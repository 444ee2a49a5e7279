import { createRandom, type Random } from '#backend/devices/simulated/random.ts'
import { createTill } from '#backend/devices/simulated/receipt-bytes.ts'
import { freshReceipts } from '../fixtures/receipts/fresh/index.ts'
import { knownReceipts } from '../fixtures/receipts/known/index.ts'
import { unseenReceipts } from '../fixtures/receipts/unseen/index.ts'

/** Recordings to spoil: those of all layouts, and a till's. */
const recordings = (): readonly Uint8Array[] => {
  const till = createTill({ seed: 3, returns: 0.1 })
  const sold = Array.from(
    { length: 60 },
    (_, index) => till.next(Date.UTC(2026, 8, 1) + index * 90_000).bytes,
  )
  return [...[...knownReceipts, ...unseenReceipts, ...freshReceipts].map(({ bytes }) => bytes), ...sold]
}

/** Beginnings of commands: what follows them is taken for their parameters. */
const commands = [
  [0x1b],
  [0x1d],
  [0x1c],
  [0x10],
  [0x1b, 0x40],
  [0x1d, 0x56, 0x42, 0xff],
  [0x1d, 0x76, 0x30, 0, 0xff, 0xff, 0xff, 0xff],
  [0x1b, 0x2a, 33, 0xff, 0xff],
  [0x1d, 0x28, 0x6b, 0xff, 0xff],
  [0x1d, 0x28, 0x4c, 0xff, 0xff],
  [0x1d, 0x38, 0x4c, 0xff, 0xff, 0xff, 0x7f],
  [0x1c, 0x71, 0xff],
  [0x1b, 0x44],
  [0x1b, 0x3d, 2],
  [0x1d, 0x6b, 73, 0xff],
  [0x1b, 0x74, 0xff],
  [0x1d, 0x21, 0x77],
]

type Mutation = (bytes: Buffer, random: Random, other: Uint8Array) => Buffer
const at = (bytes: Buffer, random: Random): number => random.between(0, Math.max(0, bytes.length - 1))
const joined = (...parts: readonly (Uint8Array | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part)))

const mutations: readonly [Mutation, ...Mutation[]] = [
  // Bits that fell over on the line.
  (bytes, random) => {
    const out = Buffer.from(bytes)
    for (let n = random.between(1, 8); n > 0 && out.length > 0; n -= 1) {
      const place = at(out, random)
      out[place] = (out[place] ?? 0) ^ (1 << random.between(0, 7))
    }
    return out
  },
  (bytes, random) => {
    const from = at(bytes, random)
    return joined(bytes.subarray(0, from), bytes.subarray(from + random.between(1, 60)))
  },
  (bytes, random) => {
    const from = at(bytes, random)
    const piece = bytes.subarray(from, from + random.between(1, 200))
    const times = random.chance(0.02) ? 400 : random.between(1, 4)
    return joined(
      bytes.subarray(0, from),
      ...Array.from({ length: times }, () => piece),
      bytes.subarray(from),
    )
  },
  (bytes, random) => {
    const from = at(bytes, random)
    const noise = Array.from({ length: random.between(1, 40) }, () => random.between(0, 255))
    return joined(bytes.subarray(0, from), noise, bytes.subarray(from))
  },
  (bytes, random) => {
    const from = at(bytes, random)
    const command = commands[random.between(0, commands.length - 1)] ?? []
    return joined(bytes.subarray(0, from), command, bytes.subarray(from))
  },
  (bytes, random) => bytes.subarray(0, at(bytes, random)),
  (bytes, random) => bytes.subarray(at(bytes, random)),
  // The end of one paper behind the beginning of another.
  (bytes, random, other) =>
    joined(bytes.subarray(0, at(bytes, random)), other.subarray(random.between(0, other.length))),
  // Other figures, in the same places.
  (bytes, random) => {
    const out = Buffer.from(bytes)
    for (let n = random.between(1, 5); n > 0; n -= 1) {
      const place = out.indexOf(random.pick([0x30, 0x31, 0x32, 0x35, 0x39]), at(out, random))
      if (place >= 0) out[place] = 0x30 + random.between(0, 9)
    }
    return out
  },
  // The seventh bit is lost: the wrong parity.
  (bytes, random) => {
    const from = at(bytes, random)
    const end = from + random.between(1, 80)
    return Buffer.from(bytes.map((byte, index) => (index >= from && index < end ? byte & 0x7f : byte)))
  },
]

/** Never more than this of one recording: what grows is cut. */
const longest = 200_000

/** Spoiled recordings without end; the same seed gives the same ones. */
export function* mutatedReceipts(seed: number): Generator<Uint8Array> {
  const random = createRandom(seed)
  const whole = recordings()
  const any = (): Uint8Array => whole[random.between(0, whole.length - 1)] ?? new Uint8Array()
  for (;;) {
    let bytes: Buffer = Buffer.from(any())
    for (let n = random.between(1, 5); n > 0; n -= 1)
      bytes = random.pick(mutations)(bytes, random, any()).subarray(0, longest)
    yield new Uint8Array(bytes)
  }
}

/** In pieces as a line gives them. */
export const inPieces = (bytes: Uint8Array, random: Random): Uint8Array[] => {
  const out: Uint8Array[] = []
  const most = random.pick([1, 16, 64, 512, 4096])
  for (let from = 0; from < bytes.length; from += out.at(-1)?.length ?? 1)
    out.push(bytes.subarray(from, from + (most === 1 && bytes.length > 5000 ? 7 : random.between(1, most))))
  return out
}
