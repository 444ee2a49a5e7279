import {
  BinaryBitmap,
  Code128Reader,
  DecodeHintType,
  HybridBinarizer,
  QRCodeReader,
  RGBLuminanceSource,
} from '@zxing/library'
import type { Mark } from '#shared/labels/mark.ts'

/** A grey picture, a byte a point, 255 white. */
export interface GreyPicture {
  readonly width: number
  readonly height: number
  readonly bytes: Uint8ClampedArray
}

/** What an independent reader of codes makes of a picture; throws where it finds none. */
export const readCode = (picture: GreyPicture, kind: 'bars' | 'qr'): string => {
  const reader = kind === 'bars' ? new Code128Reader() : new QRCodeReader()
  // Nothing else is in the picture, and it stands upright: the reader need not look for the code's corners.
  const hints = new Map(kind === 'bars' ? [] : [[DecodeHintType.PURE_BARCODE, true]])
  const source = new RGBLuminanceSource(picture.bytes, picture.width, picture.height)
  return reader.decode(new BinaryBitmap(new HybridBinarizer(source)), hints).getText()
}

/** The codes among marks as a printer of so many dots a millimetre lays them down, within a rectangle (mm). */
export const printedMarks = (
  marks: readonly Mark[],
  area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  dots = 600 / 25.4,
): GreyPicture => {
  const at = (mm: number): number => Math.round(mm * dots)
  const width = at(area.width)
  const height = at(area.height)
  const bytes = new Uint8ClampedArray(width * height).fill(255)
  const fill = (x: number, y: number, toX: number, toY: number): void => {
    const [left, right] = [Math.max(0, at(x - area.x)), Math.min(width, at(toX - area.x))]
    for (let row = Math.max(0, at(y - area.y)); row < Math.min(height, at(toY - area.y)); row += 1)
      bytes.fill(0, row * width + left, row * width + right)
  }
  for (const mark of marks) {
    if (mark.is === 'bars') {
      let x = mark.x
      mark.widths.forEach((modules, index) => {
        if (index % 2 === 0) fill(x, mark.y, x + modules * mark.module, mark.y + mark.height)
        x += modules * mark.module
      })
    }
    if (mark.is === 'modules')
      mark.rows.forEach((row, down) => {
        row.forEach((dark, across) => {
          const [x, y] = [mark.x + across * mark.module, mark.y + down * mark.module]
          if (dark) fill(x, y, x + mark.module, y + mark.module)
        })
      })
  }
  return { width, height, bytes }
}
