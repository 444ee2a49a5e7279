import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidates, type LineSettings } from '#backend/devices/settings-finder/candidates.ts'
import { leastBytes, legibilityOf } from '#backend/devices/settings-finder/legibility.ts'
import { createTrial } from '#backend/devices/settings-finder/trial.ts'
import { createTill, type SimulatedLayout } from '#backend/devices/simulated/receipt-bytes.ts'
import { heardAs } from '../../helpers/devices/wrong-line.ts'
import { fixtures } from './finder-papers.ts'

const receipt = (layout: SimulatedLayout): Uint8Array =>
  createTill({ seed: 5, layout, returns: 0 }).next(Date.UTC(2026, 10, 22, 3)).bytes
const usual: LineSettings = { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 }

test('the simulated line is a line: heard as it was sent, nothing is changed', () => {
  for (const settings of candidates.filter(({ dataBits }) => dataBits === 8))
    expect(Buffer.from(heardAs(receipt('A'), settings, settings))).toEqual(Buffer.from(receipt('A')))
})

describe('receipts', () => {
  test.each(fixtures)('%s reads', (_, bytes, encoding) => {
    const read = legibilityOf(bytes)
    expect(read?.score).toBeGreaterThan(0.72)
    expect(read?.encoding).toBe(encoding)
    expect(read?.sample.length).toBeGreaterThan(2)
  })

  const wrong = candidates.filter(({ baudRate, dataBits }) => baudRate !== 9600 && dataBits === 8)
  test.each(['A', 'B', 'C'] as const)('layout %s heard at any wrong speed does not', (layout) => {
    const sent = receipt(layout)
    for (const keepBroken of [false, true]) {
      for (const settings of wrong) {
        const heard = heardAs(sent, usual, settings, keepBroken)
        const score = legibilityOf(heard)?.score ?? 0
        expect(
          score,
          `${settings.baudRate} ${settings.dataBits}${settings.parity} ${keepBroken}`,
        ).toBeLessThan(0.72)
      }
    }
  })

  // Where a driver hands broken bytes on, they are whole all the same: the parity stood in the stop bit's place.
  test.each(['even', 'odd'] as const)(
    'sent with %s parity and heard without reads worse than it is',
    (parity) => {
      for (const layout of ['A', 'B', 'C'] as const) {
        const right = legibilityOf(receipt(layout))?.score ?? 0
        const without = legibilityOf(heardAs(receipt(layout), { ...usual, parity }, usual))?.score ?? 0
        const within = legibilityOf(heardAs(receipt(layout), usual, { ...usual, parity }))?.score ?? 0
        expect(Math.max(without, within)).toBeLessThan(Math.min(0.9, right))
      }
    },
  )

  test('seven bits are tried after every eight: figures survive in them, Hangul does not', () => {
    const first = candidates.findIndex(({ dataBits }) => dataBits === 7)
    expect(candidates.slice(first).every(({ dataBits }) => dataBits === 7)).toBe(true)
    expect(new Set(candidates.map((one) => JSON.stringify(one))).size).toBe(candidates.length)
  })
})

test('noise does not read, whatever it is, and nothing throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
      const read = legibilityOf(bytes)
      expect(read === null).toBe(bytes.length < leastBytes)
      expect(read?.score ?? 0).toBeLessThan(0.6)
    }),
    { numRuns: 200 },
  )
})

test('a setting that begins to listen in the middle of a receipt, and of a letter, is recognised', () => {
  const sent = receipt('B')
  for (let from = 40; from < 80; from += 1) {
    const trial = createTrial()
    const verdict = trial.hear(sent.subarray(from))
    expect((verdict.is === 'open' ? trial.pause() : verdict).is).toBe('reads')
  }
})

test('too little is nothing yet', () => {
  const trial = createTrial()
  expect(trial.hear(receipt('A').subarray(0, 10)).is).toBe('open')
  expect(trial.pause().is).toBe('open')
})
