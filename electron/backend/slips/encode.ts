import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer'
import type { SlipColumns } from '#shared/contract/devices.ts'
import { DangolError } from '#shared/errors.ts'
import { code128Data } from './code128.ts'
import { cp949Bytes } from './printable.ts'
import { moduleDots, qrModules } from './qr-modules.ts'
import type { PictureBlock, SlipBlock, TextBlock } from './slip-block.ts'

/**
 * Reset, Hangul on (`FS &`), Korean signs (`ESC R 13`). The package's own KOREA setting sends only the last, and
 * then text comes out as code page 437 on printers that do not start in Hangul.
 */
export const prelude: readonly number[] = [0x1b, 0x40, 0x1c, 0x26, 0x1b, 0x52, 0x0d]

/**
 * A slip as printer bytes, ended by a cut. Text goes in as CP949 buffers, because the package switches code pages in
 * the middle of strings. Throws `printer.text-not-printable` for a QR content that is not ASCII or too long.
 */
export const encodeSlip = (blocks: readonly SlipBlock[], columns: SlipColumns): Uint8Array => {
  // No interface: the package only builds the bytes here, the queue sends them.
  const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '', width: columns })
  printer.append(Buffer.from(prelude))
  for (const block of blocks) {
    if (block.type === 'text') text(printer, block)
    else if (block.type === 'qr') qr(printer, block.content, columns)
    else if (block.type === 'bars') barCode(printer, block.content)
    else if (block.type === 'picture') picture(printer, block)
    else if (block.type === 'cut') printer.append(Buffer.from(cutBetween))
    else printer.append(Buffer.alloc(block.lines, 0x0a))
  }
  printer.cut({ verticalTabAmount: 1 })
  return Uint8Array.from(printer.getBuffer() ?? [])
}

const text = (printer: ThermalPrinter, block: TextBlock): void => {
  if (block.align === 'center') printer.alignCenter()
  if (block.bold) printer.bold(true)
  if (block.inverse) printer.invert(true)
  const resized = block.width > 1 || block.height > 1
  // Not by the package's setTextSize: it puts height where GS ! has width.
  if (resized) printer.append(sizeBytes(block.width, block.height))
  printer.append(cp949Bytes(block.text))
  printer.append(Buffer.of(0x0a))
  if (resized) printer.append(sizeBytes(1, 1))
  if (block.inverse) printer.invert(false)
  if (block.bold) printer.bold(false)
  if (block.align === 'center') printer.alignLeft()
}

const sizeBytes = (width: number, height: number): Buffer =>
  Buffer.of(0x1d, 0x21, ((width - 1) << 4) | (height - 1))

const qr = (printer: ThermalPrinter, content: string, columns: SlipColumns): void => {
  // The package counts characters where the command counts bytes, so that anything but ASCII breaks the stream.
  const modules = /^[\x20-\x7e]+$/.test(content) ? qrModules(content) : null
  if (modules === null) throw new DangolError('printer.text-not-printable')
  const cellSize = moduleDots(modules.length, columns)
  printer.alignCenter()
  printer.printQR(content, { cellSize, correction: 'M', model: 2 })
  printer.append(Buffer.of(0x0a))
  printer.alignLeft()
}

/**
 * `GS k 73`, 2 dots a module: sixteen digits take 246 of the 384 dots of narrow paper. What it says is not printed
 * beneath by the printer: the slip says it in groups.
 */
const barCode = (printer: ThermalPrinter, content: string): void => {
  const data = code128Data(content)
  if (data.length === 0 || data.length > 255) throw new DangolError('printer.text-not-printable')
  printer.alignCenter()
  printer.append(Buffer.from([...barLook, 0x1d, 0x6b, 73, data.length, ...data]))
  printer.append(Buffer.of(0x0a))
  printer.alignLeft()
}

/** 80 dots high, modules of 2 dots, nothing printed beneath. */
const barLook: readonly number[] = [0x1d, 0x68, 80, 0x1d, 0x77, 2, 0x1d, 0x48, 0]

/** `GS v 0`: the dots as they are, row by row. */
const picture = (printer: ThermalPrinter, { widthDots, heightDots, bits }: PictureBlock): void => {
  const rowBytes = widthDots / 8
  printer.alignCenter()
  printer.append(
    Buffer.from([0x1d, 0x76, 0x30, 0, rowBytes & 0xff, rowBytes >> 8, heightDots & 0xff, heightDots >> 8]),
  )
  printer.append(Buffer.from(bits))
  printer.alignLeft()
}

/** Out of the way of the knife, a cut, and a new beginning as every slip has one. */
export const cutBetween: readonly number[] = [0x1b, 0x64, 4, 0x1d, 0x56, 0, ...prelude]
