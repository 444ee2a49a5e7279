import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstPortion, nextPortion } from '#backend/platform/db/checkpoint-portion.ts'

const megabyte = 1024 * 1024
/** What many turns come to where each megabyte takes so long, and each bringing back so long anyhow. */
const settled = (msPerMegabyte: number, msAnyhow: number): number => {
  let portion = firstPortion
  for (let turn = 0; turn < 50; turn += 1)
    portion = nextPortion(portion, msAnyhow + (portion / megabyte) * msPerMegabyte)
  return portion
}

describe('how much of the WAL is brought back at a time', () => {
  it('is much where the same pages are written again, little where each page is another', () => {
    expect(settled(0.3, 1)).toBe(12 * megabyte)
    expect(settled(6, 1)).toBe(megabyte)
    expect(settled(100, 1)).toBe(megabyte / 2)
  })

  it('takes no longer than others may wait, as far as that can be had', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 15, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (perMegabyte, anyhow) => {
          const portion = settled(perMegabyte, anyhow)
          expect(anyhow + (portion / megabyte) * perMegabyte).toBeLessThanOrEqual(10)
        },
      ),
    )
  })

  it('forgets a disk that stood still once', () => {
    let portion = nextPortion(firstPortion, 400)
    for (let turn = 0; turn < 10; turn += 1) portion = nextPortion(portion, 2)
    expect(portion).toBe(12 * megabyte)
  })
})
