/** Dots as a printer takes them: one bit each, rows padded to bytes, 1 is black. */
export interface Bitmap {
  readonly widthDots: number
  readonly heightDots: number
  readonly bits: Uint8Array
}

/** @param isBlack is asked for each dot, from left to right and top to bottom. */
export const drawBitmap = (
  widthDots: number,
  heightDots: number,
  isBlack: (x: number, y: number) => boolean,
): Bitmap => {
  const rowBytes = Math.ceil(widthDots / 8)
  const bits = new Uint8Array(rowBytes * heightDots)
  for (let y = 0; y < heightDots; y += 1)
    for (let x = 0; x < widthDots; x += 1) {
      if (!isBlack(x, y)) continue
      const place = y * rowBytes + (x >> 3)
      bits[place] = (bits[place] ?? 0) | (0x80 >> (x & 7))
    }
  return { widthDots: rowBytes * 8, heightDots, bits }
}
