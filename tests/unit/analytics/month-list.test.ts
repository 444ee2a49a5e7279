import { crc32 } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packMonth, unpackMonth } from '#backend/analytics/months/month-list.ts'

const id = fc.oneof(
  fc.nat({ max: 300 }),
  fc.maxSafeNat(),
  fc.nat({ max: 5_000_000_000 }).map((ms) => (1_795_000_000_000 + ms) * 1024),
  fc.constantFrom(0, 127, 128, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53 - 1),
)
const net = fc.oneof(
  fc.integer({ min: -50_000, max: 90_000 }),
  fc.maxSafeInteger(),
  fc.constantFrom(0, 63, 64, -63, -64, 8191, 8192, 9e15, -9e15, Number.MIN_SAFE_INTEGER),
)
const list = fc
  .uniqueArray(fc.tuple(id, net), { selector: ([one]) => one, maxLength: 60 })
  .map((rows) => rows.sort(([a], [b]) => a - b))
  .map((rows) => ({ customers: rows.map(([one]) => one), nets: rows.map(([, won]) => won) }))

const unpacked = (bytes: Uint8Array) => {
  const found = unpackMonth(bytes)
  return found && { customers: [...found.customers], nets: [...found.nets].map((won) => won + 0) }
}

/** What a program with a fault of its own might write: any bytes under a checksum that fits. */
const sealed = (bytes: Uint8Array): Uint8Array => {
  const whole = new Uint8Array(bytes.length + 4)
  whole.set(bytes)
  new DataView(whole.buffer).setUint32(bytes.length, crc32(bytes))
  return whole
}

describe('the packed list of a month', () => {
  it('comes out as it went in, whatever ids and amounts', () => {
    fc.assert(
      fc.property(list, (one) => {
        expect(unpacked(packMonth(one))).toEqual(one)
      }),
    )
  })

  it('may lie anywhere in the memory of another', () => {
    const one = { customers: [3, 900], nets: [-4500, 12_000] }
    const packed = packMonth(one)
    const around = new Uint8Array(packed.length + 7).fill(255)
    around.set(packed, 3)
    expect(unpacked(around.subarray(3, 3 + packed.length))).toEqual(one)
  })

  it('takes five bytes for a guest of a shop of ten years with an id of its own time', () => {
    const customers = Array.from({ length: 5000 }, (_, row) => 1024 * (1_479_000_000_000 + row * 6_000_000))
    const nets = customers.map((_, row) => 3500 + (row % 40) * 500)
    expect(packMonth({ customers, nets }).length).toBeLessThan(5000 * 8)
  })

  it('is an empty list for a month in which nobody came', () => {
    expect(unpacked(packMonth({ customers: [], nets: [] }))).toEqual({ customers: [], nets: [] })
  })

  it('is no list where one bit is another, or where it is cut off or goes on', () => {
    fc.assert(
      fc.property(list, fc.nat(), fc.nat({ max: 7 }), fc.nat(), (one, place, bit, length) => {
        const packed = packMonth(one)
        const hurt = packed.slice()
        const at = place % packed.length
        hurt[at] = (hurt[at] ?? 0) ^ (1 << bit)
        expect(unpackMonth(hurt)).toBeNull()
        expect(unpackMonth(packed.subarray(0, length % packed.length))).toBeNull()
        expect(unpackMonth(Uint8Array.of(...packed, length % 256))).toBeNull()
      }),
    )
  })

  it('is no list where bytes that nobody packed bear a checksum that fits', () => {
    const packs = [
      [],
      [1],
      // Another way of packing.
      [2, 1, 4, 10],
      // More customers than there are bytes.
      [1, 2, 4, 10],
      [1, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 127],
      // Twice the same customer.
      [1, 2, 4, 10, 0, 10],
      // A number without an end.
      [1, 1, 255, 255],
      [1, 1, 4, 255],
      // Past what is exact.
      [1, 1, 255, 255, 255, 255, 255, 255, 255, 127, 10],
      [1, 1, 4, 255, 255, 255, 255, 255, 255, 255, 127],
      // One byte too many.
      [1, 1, 4, 10, 0],
    ]
    for (const bytes of packs)
      expect([bytes, unpackMonth(sealed(Uint8Array.from(bytes)))]).toEqual([bytes, null])
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const read = unpackMonth(sealed(Uint8Array.of(1, ...bytes)))
        const customers = [...(read?.customers ?? [])]
        expect(customers).toEqual([...new Set(customers)].sort((a, b) => a - b))
        for (const won of read?.nets ?? []) expect(Number.isSafeInteger(won)).toBe(true)
      }),
    )
  })

  it.each([
    ['an id that comes twice', [7, 7], [1, 1]],
    ['ids that go down', [8, 7], [1, 1]],
    ['an id below nought', [-1], [1]],
    ['half an id', [1.5], [1]],
    ['an id that is not exact', [2 ** 53], [1]],
    ['an amount that is not exact', [1], [2 ** 53]],
    ['half a won', [1], [0.5]],
    ['an amount too few', [1, 2], [5]],
  ])('is not made of %s', (_, customers, nets) => {
    expect(() => packMonth({ customers, nets })).toThrow(RangeError)
  })
})
