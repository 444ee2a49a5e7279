import { type Bitmap, drawBitmap } from './bitmap.ts'
import type { StampStand } from './values.ts'

/** More than this cannot be told apart on paper; the figures beside it say it. */
const mostDrawn = 60
const gap = 8
/** White above and below. */
const margin = 8

/**
 * The stamps of a card as rows of circles: full ones are there, empty ones are still to come, and the last one of the
 * card bears a star, for it brings the gift. Null for a card of no stamps, or of too many to be drawn.
 */
export const stampPicture = ({ filled, of }: StampStand, paperDots: number): Bitmap | null => {
  if (!Number.isSafeInteger(of) || of < 1 || of > mostDrawn) return null
  const rows = of <= 6 ? 1 : Math.ceil(of / (of <= 30 ? 6 : 10))
  const perRow = Math.ceil(of / rows)
  const size = Math.min(48, Math.floor(paperDots / perRow) - gap)
  const pitch = size + gap
  const radius = size / 2
  return drawBitmap(perRow * pitch, rows * pitch + 2 * margin, (x, fromTop) => {
    const y = fromTop - margin
    if (y < 0 || y >= rows * pitch) return false
    const column = Math.floor(x / pitch)
    const place = Math.floor(y / pitch) * perRow + column
    if (place >= of) return false
    const across = (x % pitch) - gap / 2 - radius + 0.5
    const down = (y % pitch) - gap / 2 - radius + 0.5
    const distance = Math.hypot(across, down)
    if (distance > radius) return false
    const star = place === of - 1 && inStar(across, down, radius * 0.62)
    return place < filled ? !star : star || distance > radius - 3
  })
}

/** A star of five points around the middle, one of them up. */
const inStar = (across: number, down: number, outer: number): boolean => {
  const distance = Math.hypot(across, down)
  if (distance > outer) return false
  // Folded into half of one of the five points, the star's edge is a straight line from its tip to its notch.
  const fifth = (2 * Math.PI) / 5
  const turned = Math.atan2(across, -down) + 2 * Math.PI
  const angle = Math.abs(((turned + fifth / 2) % fifth) - fifth / 2)
  const x = distance * Math.cos(angle)
  const y = distance * Math.sin(angle)
  const notch = { x: outer * 0.4 * Math.cos(fifth / 2), y: outer * 0.4 * Math.sin(fifth / 2) }
  return (outer - x) * notch.y >= y * (outer - notch.x)
}
