import { code128 } from '../code128.ts'
import type { Mark } from './mark.ts'

/** The QR code of an ASCII text; null when it is too long for one. */
export type DrawQr = (text: string) => readonly (readonly boolean[])[] | null

/** A scanner at the till reads bars from 0.25 mm a module on, from ordinary printers. */
const narrowest = 0.25
const widest = 0.5
/** Light modules that each side needs. */
const quiet = 10
const quietQr = 4

/**
 * Bars in the middle of a space, as wide as they may be. Null where they would be too fine to be read.
 * @param space mm; the light margins are inside it.
 */
export const barsIn = (
  code: string,
  space: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Extract<Mark, { is: 'bars' }> | null => {
  const widths = code128(code)
  if (widths === null) return null
  const modules = widths.reduce((sum, width) => sum + width, 0)
  const module = Math.min(widest, space.width / (modules + 2 * quiet))
  if (module < narrowest) return null
  const x = space.x + (space.width - modules * module) / 2
  return { is: 'bars', x, y: space.y, module, height: space.height, widths }
}

/** A QR code that fills a square with its light margins. */
export const qrIn = (
  code: string,
  space: { readonly x: number; readonly y: number; readonly size: number },
  draw: DrawQr,
): Extract<Mark, { is: 'modules' }> | null => {
  const rows = draw(code)
  if (rows === null) return null
  const module = space.size / (rows.length + 2 * quietQr)
  if (module < narrowest) return null
  return { is: 'modules', x: space.x + quietQr * module, y: space.y + quietQr * module, module, rows }
}
