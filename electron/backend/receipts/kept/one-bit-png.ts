import { crc32, deflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * A printed image as a PNG data URL.
 * @param bits rows padded to bytes, 1 = black.
 */
export const pngDataUrl = (bits: Uint8Array, widthDots: number, heightDots: number): string => {
  const stride = Math.ceil(widthDots / 8)
  const rows = Buffer.alloc((stride + 1) * heightDots)
  for (let row = 0; row < heightDots; row += 1) {
    for (let at = 0; at < stride; at += 1) {
      // PNG's 1 is white.
      rows[row * (stride + 1) + 1 + at] = ~(bits[row * stride + at] ?? 0) & 0xff
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(widthDots, 0)
  header.writeUInt32BE(heightDots, 4)
  // One bit a dot, grey.
  header[8] = 1
  const png = Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return `data:image/png;base64,${png.toString('base64')}`
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
