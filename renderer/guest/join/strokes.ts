export interface Point {
  readonly x: number
  readonly y: number
}
export type Stroke = readonly Point[]

/** The field in which strokes are kept, whatever the size on the screen. */
export const field = { width: 1_000, height: 400 }
/** Points nearer than this add nothing to see. */
const nearest = 6
/** No signature needs more; so many stay below what the ledger takes. */
const mostPoints = 1_800

const inside = (value: number, most: number): number => Math.min(most - 1, Math.max(0, Math.round(value)))

/** Where a finger at (x, y) of a box of that size is in the field. */
export const pointIn = (x: number, y: number, width: number, height: number): Point => ({
  x: inside((x / width) * field.width, field.width),
  y: inside((y / height) * field.height, field.height),
})

/** One more point of the last stroke, unless it is where the one before is. */
export const drawnOn = (strokes: readonly Stroke[], point: Point): readonly Stroke[] => {
  const last = strokes.at(-1)
  const before = last?.at(-1)
  if (last === undefined || before === undefined) return strokes
  if (Math.hypot(point.x - before.x, point.y - before.y) < nearest) return strokes
  if (strokes.reduce((sum, stroke) => sum + stroke.length, 0) >= mostPoints) return strokes
  return [...strokes.slice(0, -1), [...last, point]]
}

const pathOf = (stroke: Stroke): string =>
  stroke.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')

/** As the ledger keeps it; a touch without a movement is a dot, which is no stroke of a signature. */
export const drawingOf = (strokes: readonly Stroke[]): string =>
  strokes
    .filter((stroke) => stroke.length > 1)
    .map(pathOf)
    .join('')

/** More than a slip of the finger: as long as the field is high. */
export const isSignature = (strokes: readonly Stroke[]): boolean => {
  let length = 0
  for (const stroke of strokes)
    for (const [index, point] of stroke.entries()) {
      const before = stroke[index - 1]
      if (before !== undefined) length += Math.hypot(point.x - before.x, point.y - before.y)
    }
  return length >= field.height
}
