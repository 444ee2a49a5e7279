import type { SlipColumns } from '#shared/contract/devices.ts'
import type { BlockOf, TemplateBlock } from '#shared/contract/slip-templates.ts'
import { displayWidth } from '#shared/display-width.ts'
import { bars } from '../code128.ts'
import { leftRight, shorten, wrap, wrapEvenly } from '../columns.ts'
import { printableText } from '../printable.ts'
import { qrModules } from '../qr-modules.ts'
import { cutHere, feed, type SlipBlock, textBlock } from '../slip-block.ts'
import { drawBitmap } from './bitmap.ts'
import { dithered, type GrayPicture } from './dither.ts'
import { allHold, fill, forCodes, namesField } from './fill.ts'
import { sized } from './sized.ts'
import { stampPicture } from './stamp-picture.ts'
import type { SlipValues } from './values.ts'

/** Dots across one column of the paper. */
export const columnDots = 12

/** The owner's pictures by their id; undefined for one that is not there. */
export type Pictures = (pictureId: number) => GrayPicture | undefined

/** A template as the lines and pictures of a slip that wide. */
export const layOut = (
  blocks: readonly TemplateBlock[],
  values: SlipValues,
  columns: SlipColumns,
  pictures: Pictures = () => undefined,
): SlipBlock[] => layOutEach(blocks, values, columns, pictures).flat()

/** The same, block by block: empty where one is left out. */
export const layOutEach = (
  blocks: readonly TemplateBlock[],
  values: SlipValues,
  columns: SlipColumns,
  pictures: Pictures,
): SlipBlock[][] => {
  let last: SlipBlock | undefined
  return blocks.map((block) => {
    if (!allHold(block.when, values)) return []
    const laid = layOutBlock(block, values, columns, pictures)
    // A code needs white around it.
    const whole = block.type === 'qr' && laid.length > 0 && last?.type !== 'feed' ? [feed(), ...laid] : laid
    last = whole.at(-1) ?? last
    return whole
  })
}

const layOutBlock = (
  block: TemplateBlock,
  values: SlipValues,
  columns: SlipColumns,
  pictures: Pictures,
): SlipBlock[] => {
  switch (block.type) {
    case 'text':
      return block.text.split('\n').flatMap((line) => textLine(block, line, values, columns))
    case 'columns':
      return twoColumns(block, values, columns)
    case 'list':
      return (values.lists[block.of] ?? []).flatMap((row) =>
        listRow(printableText(row.left), printableText(row.right), block, columns),
      )
    case 'line':
      return [
        textBlock({ thin: '-', double: '=', dashed: '- ' }[block.look].repeat(columns).slice(0, columns)),
      ]
    case 'space':
      return [feed(block.lines)]
    case 'logo':
      return logo(block, columns, pictures)
    case 'stamps': {
      const picture = values.stamps === null ? null : stampPicture(values.stamps, columns * columnDots)
      return picture === null ? [] : [{ type: 'picture', ...picture }]
    }
    case 'qr':
      return qrCode(fill(block.content, forCodes(values)))
    case 'bars':
      return barCode(fill(block.content, forCodes(values)), columns)
    default:
      return [cutHere]
  }
}

const textLine = (
  block: BlockOf<'text'>,
  line: string,
  values: SlipValues,
  columns: SlipColumns,
): SlipBlock[] => {
  const filled = fill(line, values)
  if (filled === null) return []
  const text = printableText(filled)
  // An empty line that was written between others is one; a field that is only blanks is not.
  if (text.trim() === '') return line.trim() === '' && block.text.trim() !== '' ? [feed()] : []
  const { align, bold, inverse } = block
  const { lines, width, height } = sized(text, block.size, align, columns)
  return lines.map((one) => {
    // White letters want black around them, where there is room.
    const framed = inverse && (displayWidth(one) + 2) * width <= columns ? ` ${one} ` : one
    return textBlock(framed, { align, bold, inverse, width, height })
  })
}

const twoColumns = (block: BlockOf<'columns'>, values: SlipValues, columns: SlipColumns): SlipBlock[] => {
  const cells = [block.left, block.right].map((text) => ({
    named: namesField(text),
    text: fill(text, values),
  }))
  const named = cells.filter((cell) => cell.named)
  if (named.length > 0 && named.every(({ text }) => text === null)) return []
  const [left = '', right = ''] = cells.map(({ text }) => printableText(text ?? '').trim())
  if (left === '' && right === '') return []
  return leftRight(left, right, columns).map((line) => textBlock(line, { bold: block.bold }))
}

/** Names are shortened rather than wrapped, so that a list stays a list. */
const listRow = (
  left: string,
  right: string,
  { of, align }: BlockOf<'list'>,
  columns: SlipColumns,
): SlipBlock[] => {
  if (right === '') {
    const lines = align === 'center' ? wrapEvenly(left, columns) : wrap(left, columns)
    return lines.map((line) => textBlock(line, { align }))
  }
  const room = Math.max(2, columns - displayWidth(right) - 1)
  const name = of === 'items' ? shortItem(left, room) : left
  return leftRight(name, right, columns).map((line) => textBlock(line))
}

/** How many there were stays on the line. */
const shortItem = (text: string, room: number): string => {
  const [, name = text, count = ''] = /^(.*?)( ×[\d,]+)?$/.exec(text) ?? []
  return shorten(name, Math.max(2, room - displayWidth(count))) + count
}

const logo = (block: BlockOf<'logo'>, columns: SlipColumns, pictures: Pictures): SlipBlock[] => {
  const picture = block.pictureId === null ? undefined : pictures(block.pictureId)
  if (picture === undefined) return []
  const part = { small: 1 / 3, middle: 1 / 2, full: 1 }[block.width]
  // Never larger than it is: dots that are blown up look like a mistake.
  const width = Math.min(Math.floor((columns * columnDots * part) / 8) * 8, picture.width)
  return [
    { type: 'picture', ...dithered(picture, width) },
    { type: 'picture', ...whiteBelow },
  ]
}

/** Pictures end where their dots end; letters would touch them. */
const whiteBelow = drawBitmap(8, 12, () => false)

/** Whether a QR code can be made of it: anything but ASCII would break the stream. */
export const isCode = (content: string): boolean => /^[\x20-\x7e]+$/.test(content)

const qrCode = (content: string | null): SlipBlock[] =>
  content !== null && isCode(content) && qrModules(content) !== null ? [{ type: 'qr', content }] : []

const barCode = (content: string | null, columns: SlipColumns): SlipBlock[] =>
  content === null || bars(content, columns * columnDots) === null ? [] : [{ type: 'bars', content }]
