import { crc32 } from 'node:zlib'
import type { Won } from '#shared/won.ts'

/** Customers, ascending, and beside each what they bought in the end: whole won, below nought where more came back. */
export interface MonthList {
  readonly customers: ArrayLike<number>
  readonly nets: ArrayLike<Won>
}

/** The first byte, so that a later way of packing can be told from this one. */
const version = 1
const sealBytes = 4
/** Of a count or a difference: 7 bits a byte, up to 2^53; an amount has one bit less for its sign. */
const mostBytes = 8

/**
 * Some thousand customers in as few bytes as can be: how many, then for each how much greater the id is than the last
 * and the amount with its sign in the first byte, each as few bytes as it takes; at the end a checksum.
 * @param list ids up to 2^53 − 1, each greater than the last, amounts up to as much on either side of nought.
 * @throws RangeError for anything else: it could not be read again as it was.
 */
export const packMonth = ({ customers, nets }: MonthList): Uint8Array => {
  const bytes = new Uint8Array(1 + mostBytes + customers.length * 2 * mostBytes + sealBytes)
  bytes[0] = version
  let at = putRest(bytes, 1, customers.length)
  let last = -1
  for (let row = 0; row < customers.length; row += 1) {
    const customer = customers[row] ?? Number.NaN
    const net = nets[row] ?? Number.NaN
    if (!Number.isSafeInteger(customer) || customer <= last || !Number.isSafeInteger(net))
      throw new RangeError('A list of a month takes ascending ids and whole amounts')
    at = putRest(bytes, at, customer - last)
    last = customer
    const size = Math.abs(net)
    bytes[at] = (size % 64) + (net < 0 ? 64 : 0) + (size < 64 ? 0 : 128)
    at = size < 64 ? at + 1 : putRest(bytes, at + 1, Math.floor(size / 64))
  }
  new DataView(bytes.buffer).setUint32(at, crc32(bytes.subarray(0, at)))
  return bytes.slice(0, at + sealBytes)
}

/** @returns where the next byte goes. */
const putRest = (bytes: Uint8Array, from: number, value: number): number => {
  let at = from
  let rest = value
  for (; rest >= 128; at += 1) {
    bytes[at] = 128 + (rest % 128)
    rest = Math.floor(rest / 128)
  }
  bytes[at] = rest
  return at + 1
}

/**
 * What was packed, or null for anything that `packMonth` has not written as it stands: whoever asks counts anew. The
 * time that it takes is bounded by the bytes, whatever they are.
 */
export const unpackMonth = (
  bytes: Uint8Array,
): { readonly customers: Float64Array; readonly nets: Float64Array } | null => {
  const end = bytes.length - sealBytes
  if (end < 2 || bytes[0] !== version) return null
  const seal = new DataView(bytes.buffer, bytes.byteOffset + end, sealBytes).getUint32(0)
  if (seal !== crc32(bytes.subarray(0, end))) return null
  let at = 1
  /** A number past its first byte. Past the end there are noughts, which end every number. */
  const rest = (first: number, bits: number): number => {
    let value = first
    for (let scale = bits; ; scale *= 128) {
      const byte = bytes[at] ?? 0
      at += 1
      value += (byte & 127) * scale
      if (byte < 128) return value
    }
  }
  const count = rest(0, 1)
  // A customer takes two bytes at least.
  if (count * 2 > end - at) return null
  const customers = new Float64Array(count)
  const nets = new Float64Array(count)
  let last = -1
  for (let row = 0; row < count; row += 1) {
    const more = bytes[at] ?? 0
    at += 1
    const difference = more < 128 ? more : rest(more & 127, 128)
    const head = bytes[at] ?? 0
    at += 1
    const size = head < 128 ? head & 63 : rest(head & 63, 64)
    last += difference
    if (difference === 0 || last > Number.MAX_SAFE_INTEGER || size > Number.MAX_SAFE_INTEGER) return null
    customers[row] = last
    nets[row] = (head & 64) === 0 ? size : -size
  }
  return at === end ? { customers, nets } : null
}
