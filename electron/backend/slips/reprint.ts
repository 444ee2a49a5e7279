import type { SlipColumns } from '#shared/contract/devices.ts'
import { cutBetween, encodeSlip, prelude } from './encode.ts'
import { feed, type SlipBlock, textBlock } from './slip-block.ts'

/**
 * The very bytes of the first print with a mark above them: a copy says what the first one said, balance and all. A slip
 * that is cut into pieces has the mark on each of them.
 * @param copy 1 for the first reprint.
 */
export const markedReprint = (first: Uint8Array, copy: number, columns: SlipColumns): Uint8Array => {
  const mark = encodeSlip([reprintMark(copy), feed()], columns)
  // Without the mark's own cut: the blank line after it ends the last look, too.
  const line = mark.subarray(0, mark.lastIndexOf(0x0a) + 1)
  const begins = line.subarray(prelude.length)
  const rest = Buffer.from(first.subarray(startsWithPrelude(first) ? prelude.length : 0))
  const pieces: Uint8Array[] = [line]
  let from = 0
  for (let cut = rest.indexOf(between); cut >= 0; cut = rest.indexOf(between, from)) {
    pieces.push(rest.subarray(from, cut + between.length), begins)
    from = cut + between.length
  }
  return Buffer.concat([...pieces, rest.subarray(from)])
}

const between = Buffer.from(cutBetween)

const reprintMark = (copy: number): SlipBlock =>
  textBlock(copy === 1 ? ' 재출력 ' : ` 재출력 ${copy} `, { align: 'center', bold: true, inverse: true })

const startsWithPrelude = (bytes: Uint8Array): boolean =>
  prelude.every((byte, place) => bytes[place] === byte)
