import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { slipPictures } from '../../../helpers/slip-pictures.ts'

const folder = join(import.meta.dirname, '../../../fixtures/slips')
const pictures = slipPictures()

/** People have looked at these; `node tests/helpers/draw-slips.ts` draws them anew when something else is meant. */
describe('every template, 32, 42 and 48 columns wide', () => {
  test.each([...pictures])('%s is what was looked at', (name, svg) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(`${svg}\n`)
  })
  test('no picture is left over', () => {
    expect(readdirSync(folder).toSorted()).toEqual([...pictures.keys()].toSorted())
  })
})
