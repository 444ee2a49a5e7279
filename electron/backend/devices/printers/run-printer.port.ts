import type { Printer } from '#shared/contract/devices.ts'
import { runLinePrinter } from './line-printer.port.ts'
import { serialPrinterLine, tcpPrinterLine } from './printer-lines.port.ts'
import type { PrinterContext, RunningPrinter } from './running-printer.ts'

export const runPrinter = (printer: Printer, context: PrinterContext): RunningPrinter => {
  if (printer.kind === 'serial')
    return runLinePrinter(serialPrinterLine(printer), { holdsLine: true }, context)
  if (printer.kind === 'tcp') return runLinePrinter(tcpPrinterLine(printer), { holdsLine: false }, context)
  printer.kind satisfies 'screen'
  return runScreenPrinter(context)
}

/** The kept slip itself is what the window shows: it is printed as soon as it is written down. */
const runScreenPrinter = (context: PrinterContext): RunningPrinter => {
  context.state('connected', null)
  return {
    async print(job) {
      job.signal.throwIfAborted()
      job.starting()
      return 'confirmed'
    },
    stop: async () => undefined,
  }
}
