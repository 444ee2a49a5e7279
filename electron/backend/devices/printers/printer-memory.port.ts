import { readFileSync } from 'node:fs'
import type { Printer } from '#shared/contract/devices.ts'
import { writeFileAtomically } from '../../platform/files/atomic.ts'
import { systemIo } from '../../platform/files/io.ts'
import { type Answers, type KnownPrinters, knownFrom, placeOf, textOfKnown } from './printer-memory.ts'

/**
 * Remembers across starts which printers have answered: one that is off when the PC starts must be waited for, and not
 * be taken for one that never says anything.
 */
export interface PrinterMemory {
  answers(printer: Printer): Answers
  /** Never throws: what cannot be written down is asked again at the next start. */
  learn(printer: Printer, answers: Answers): void
  forget(id: string): void
}

/** @param path of the file; null keeps it only while the program runs. */
export const openPrinterMemory = (path: string | null): PrinterMemory => {
  let known: KnownPrinters = path === null ? {} : knownFrom(textIn(path))
  const keep = (next: KnownPrinters): void => {
    known = next
    if (path === null) return
    try {
      writeFileAtomically(path, Buffer.from(textOfKnown(known)), systemIo)
    } catch {
      // A full disk is told by the ledger.
    }
  }
  return {
    answers(printer) {
      const one = known[printer.id]
      return one?.place === placeOf(printer) ? one.answers : 'unknown'
    },
    learn(printer, answers) {
      if (answers === 'unknown' || answers === 'nothing') return
      const place = placeOf(printer)
      const before = known[printer.id]
      if (before?.place === place && before.answers === answers) return
      keep({ ...known, [printer.id]: { place, answers } })
    },
    forget(id) {
      if (known[id] === undefined) return
      keep(Object.fromEntries(Object.entries(known).filter(([other]) => other !== id)))
    },
  }
}

const textIn = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
