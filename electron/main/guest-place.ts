import type { z } from 'zod'
import type { guestPlace } from '#shared/contract/guest.ts'

export type GuestPlace = z.output<typeof guestPlace>

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The part of Electron's `Display` that is used. */
export interface DisplayOf {
  readonly id: number
  readonly bounds: Rectangle
}

export interface Placement {
  readonly displayId: number
  readonly bounds: Rectangle
  /** Over all of the display, without a frame. */
  readonly full: boolean
}

/** Of a window on the counter's own display: small enough to leave the counter reachable. */
const windowSize = { width: 800, height: 600 }

const sameSize = ({ bounds }: DisplayOf, wanted: { width: number; height: number }): boolean =>
  bounds.width === wanted.width && bounds.height === wanted.height

/**
 * Where the guest's window is to stand now; null: nowhere. A display that was chosen is known by its number, and after
 * it was plugged in anew by its size. The counter's own display is never covered unless the owner asked for that, by
 * choosing it beside another one or, where it is the only one, by `alone`.
 */
export const placementOf = (
  place: GuestPlace,
  displays: readonly DisplayOf[],
  ownId: number,
): Placement | null => {
  if (!place.on) return null
  const others = displays.filter(({ id }) => id !== ownId)
  const wanted = place.display
  const chosen =
    wanted === null
      ? others[0]
      : ((displays.length > 1 ? displays.find(({ id }) => id === wanted.id) : undefined) ??
        others.find((display) => display.id === wanted.id) ??
        others.find((display) => sameSize(display, wanted)))
  if (chosen !== undefined) return { displayId: chosen.id, bounds: chosen.bounds, full: true }
  const own = displays.find(({ id }) => id === ownId)
  if (own === undefined || displays.length > 1 || place.alone === 'none') return null
  if (place.alone === 'full') return { displayId: own.id, bounds: own.bounds, full: true }
  const { x, y, width, height } = own.bounds
  const size = { width: Math.min(windowSize.width, width), height: Math.min(windowSize.height, height) }
  return {
    displayId: own.id,
    bounds: { x: x + width - size.width, y: y + height - size.height, ...size },
    full: false,
  }
}

export const samePlacement = (one: Placement | null, other: Placement | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
