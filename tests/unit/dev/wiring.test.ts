import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { standsInTheLine } from '#shared/in-the-line.ts'
import { boxHeight, wiringPlans, wiringSize } from '#shared/wiring.ts'
import { wiringFile, wiringSvg } from '../../../dev/wiring-svg.ts'

const docs = join(import.meta.dirname, '../../../docs')

describe('drawings of the wiring', () => {
  it('the documents show what the app shows, each way once', () => {
    const text = readFileSync(join(docs, 'wiring.md'), 'utf8')
    const shown = [...text.matchAll(/\(wiring\/([\w-]+\.svg)\)/g)].map(([, file]) => file)
    expect(shown).toEqual(wiringPlans.map(wiringFile))
    expect(new Set(readdirSync(join(docs, 'wiring')))).toEqual(new Set(shown))
    for (const plan of wiringPlans)
      expect(readFileSync(join(docs, 'wiring', wiringFile(plan)), 'utf8')).toBe(wiringSvg(plan))
  })
  it.each(wiringPlans)('$id stays on its sheet', ({ boxes, wires }) => {
    for (const { x, y, width } of boxes) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(wiringSize.width)
      expect(y + boxHeight).toBeLessThanOrEqual(wiringSize.height)
    }
    for (const { at } of wires) {
      expect(at[0]).toBeLessThan(wiringSize.width)
      expect(at[1]).toBeGreaterThan(10)
      expect(at[1]).toBeLessThan(wiringSize.height)
    }
  })
  it('the safest come first; those that carry the POS’s print are last and say so', () => {
    const inTheLine = wiringPlans.map((plan) => plan.inTheLine)
    expect(inTheLine).toEqual(inTheLine.toSorted((a, b) => Number(a) - Number(b)))
    expect(
      ['serial', 'tcp', 'folder', 'file', 'simulated'].some((kind) => standsInTheLine(kind as 'tcp')),
    ).toBe(false)
    expect(standsInTheLine('pass-through') && standsInTheLine('forward')).toBe(true)
  })
})
