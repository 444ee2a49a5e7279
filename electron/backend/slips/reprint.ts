import type { SlipColumns } from '#shared/contract/devices.ts'
import { encodeSlip, prelude } from './encode.ts'
import { type SlipBlock, textBlock } from './slip-block.ts'

/**
 * The very bytes of the first print with a mark above them: a copy says what the first one said, balance and all.
 * @param copy 1 for the first reprint.
 */
export const markedReprint = (first: Uint8Array, copy: number, columns: SlipColumns): Uint8Array => {
  const mark = encodeSlip([reprintMark(copy)], columns)
  // The mark's own cut is left out: up to the end of its line only.
  const line = mark.subarray(0, mark.lastIndexOf(0x0a) + 1)
  const settled = Buffer.of(0x1d, 0x42, 0x00, 0x1b, 0x45, 0x00, 0x1b, 0x61, 0x00)
  return Buffer.concat([line, settled, first.subarray(startsWithPrelude(first) ? prelude.length : 0)])
}

const reprintMark = (copy: number): SlipBlock =>
  textBlock(copy === 1 ? ' 재출력 ' : ` 재출력 ${copy} `, { align: 'center', bold: true, inverse: true })

const startsWithPrelude = (bytes: Uint8Array): boolean =>
  prelude.every((byte, place) => bytes[place] === byte)
