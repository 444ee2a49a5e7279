import { type Bitmap, drawBitmap } from './bitmap.ts'

/** A picture as it is kept: one byte a dot, 0 black to 255 white. */
export interface GrayPicture {
  readonly width: number
  readonly height: number
  readonly gray: Uint8Array
}

/**
 * A grey picture in black dots, `widthDots` wide and in its own proportions: brought to size by averages, then each
 * dot's error handed on to its neighbours (Floyd and Steinberg, 1976), so that greys are seen as greys.
 */
export const dithered = (picture: GrayPicture, widthDots: number): Bitmap => {
  const { values, height } = resized(picture, widthDots)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < widthDots; x += 1) {
      const place = y * widthDots + x
      const before = values[place] ?? 255
      const after = before < 128 ? 0 : 255
      values[place] = after
      const error = before - after
      const hand = (dx: number, dy: number, sixteenths: number): void => {
        if (x + dx < 0 || x + dx >= widthDots || y + dy >= height) return
        const next = place + dy * widthDots + dx
        values[next] = (values[next] ?? 255) + (error * sixteenths) / 16
      }
      hand(1, 0, 7)
      hand(-1, 1, 3)
      hand(0, 1, 5)
      hand(1, 1, 1)
    }
  return drawBitmap(widthDots, height, (x, y) => (values[y * widthDots + x] ?? 255) < 128)
}

/** Each dot is the average of what lies under it. */
const resized = (
  { width, height, gray }: GrayPicture,
  toWidth: number,
): { values: Float32Array; height: number } => {
  const toHeight = Math.max(1, Math.round((height * toWidth) / width))
  const values = new Float32Array(toWidth * toHeight)
  for (let y = 0; y < toHeight; y += 1)
    for (let x = 0; x < toWidth; x += 1) {
      const left = Math.floor((x * width) / toWidth)
      const right = Math.max(left + 1, Math.ceil(((x + 1) * width) / toWidth))
      const top = Math.floor((y * height) / toHeight)
      const bottom = Math.max(top + 1, Math.ceil(((y + 1) * height) / toHeight))
      let sum = 0
      for (let row = top; row < bottom; row += 1)
        for (let column = left; column < right; column += 1) sum += gray[row * width + column] ?? 255
      values[y * toWidth + x] = sum / ((right - left) * (bottom - top))
    }
  return { values, height: toHeight }
}
