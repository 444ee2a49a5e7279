import { z } from 'zod'
import type { Printer, PrinterStatus } from '#shared/contract/devices.ts'

export type Answers = PrinterStatus['answers']

/** What is known of a printer at a place; at another place it is asked anew. */
export interface KnownPrinter {
  readonly place: string
  readonly answers: 'answering' | 'state' | 'finished'
}
export type KnownPrinters = Readonly<Record<string, KnownPrinter>>

/** Where a printer is; the same id at another place may be another machine. */
export const placeOf = (printer: Printer): string => {
  if (printer.kind === 'serial') return `serial ${printer.path} ${printer.baudRate} ${printer.parity}`
  if (printer.kind === 'tcp') return `tcp ${printer.host}:${printer.port}`
  return printer.kind
}

const ranks: readonly Answers[] = ['unknown', 'nothing', 'answering', 'state', 'finished']

/** What a printer has once done it can do: one that is switched off now has not lost its way back. */
export const better = (before: Answers, now: Answers): Answers =>
  ranks.indexOf(now) > ranks.indexOf(before) ? now : before

const file = z.strictObject({
  version: z.literal(1),
  printers: z.record(
    z.string(),
    z.strictObject({ place: z.string(), answers: z.enum(['answering', 'state', 'finished']) }),
  ),
})

/** Nothing for anything that this version did not write: printers are asked again. */
export const knownFrom = (text: string): KnownPrinters => {
  try {
    return file.parse(JSON.parse(text)).printers
  } catch {
    return {}
  }
}

export const textOfKnown = (printers: KnownPrinters): string =>
  `${JSON.stringify({ version: 1, printers }, null, 2)}\n`
