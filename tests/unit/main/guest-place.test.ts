import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DisplayOf, type GuestPlace, placementOf } from '../../../electron/main/guest-place.ts'

const display = (id: number, x = 0, width = 1_024, height = 768): DisplayOf => ({
  id,
  bounds: { x, y: 0, width, height },
})
const own = display(1)
const guests = display(2, 1_024, 1_280, 800)
const place = (change: Partial<GuestPlace> = {}): GuestPlace => ({
  on: true,
  display: null,
  alone: 'none',
  ...change,
})

describe('where the guest’s window stands', () => {
  test('on the other display, over all of it', () => {
    expect(placementOf(place(), [own, guests], 1)).toEqual({
      displayId: 2,
      bounds: guests.bounds,
      full: true,
    })
    expect(placementOf(place({ on: false }), [own, guests], 1)).toBeNull()
  })

  test('on the display that was chosen, known by its size when it has another number', () => {
    const third = display(3, 2_304, 1_920, 1_080)
    const chosen = place({ display: { id: 3, width: 1_920, height: 1_080 } })
    expect(placementOf(chosen, [own, guests, third], 1)?.displayId).toBe(3)
    expect(placementOf(chosen, [own, guests, { ...third, id: 9 }], 1)?.displayId).toBe(9)
    // Another one is not taken instead: it may be the kitchen's.
    expect(placementOf(chosen, [own, guests], 1)).toBeNull()
  })

  test('on the only display just as the owner asked', () => {
    expect(placementOf(place(), [own], 1)).toBeNull()
    expect(placementOf(place({ alone: 'full' }), [own], 1)).toMatchObject({ displayId: 1, full: true })
    expect(placementOf(place({ alone: 'window' }), [own], 1)).toEqual({
      displayId: 1,
      bounds: { x: 224, y: 168, width: 800, height: 600 },
      full: false,
    })
  })

  test('never over the counter’s display unless it was asked for', () => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 })
    const wanted = fc.option(
      fc.record({ id: fc.integer({ min: 1, max: 6 }), width: fc.constant(1_024), height: fc.constant(768) }),
    )
    fc.assert(
      fc.property(some, wanted, fc.constantFrom('none', 'window', 'full'), (ids, chosen, alone) => {
        const displays = ids.map((id) => display(id, id * 2_000))
        const [ownId = 0] = ids
        const placement = placementOf(place({ display: chosen, alone }), displays, ownId)
        if (placement === null || !placement.full || placement.displayId !== ownId) return
        expect(ids.length > 1 ? chosen?.id === ownId : alone === 'full').toBe(true)
      }),
    )
  })
})
