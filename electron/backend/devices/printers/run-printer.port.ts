import type { Printer } from '#shared/contract/devices.ts'
import { runLinePrinter } from './line-printer.port.ts'
import { serialPrinterLine, tcpPrinterLine } from './printer-lines.port.ts'
import type { PrinterContext, RunningPrinter } from './running-printer.ts'
import { runSpooledPrinter } from './spooled-printer.port.ts'
import { spoolerOf } from './spooler.port.ts'

export const runPrinter = (printer: Printer, context: PrinterContext): RunningPrinter => {
  switch (printer.kind) {
    case 'serial':
      return runLinePrinter(serialPrinterLine(printer), { holdsLine: true }, context)
    case 'tcp':
      return runLinePrinter(tcpPrinterLine(printer), { holdsLine: printer.held === true }, context)
    case 'spooler':
      return runSpooledPrinter(
        spoolerOf(printer.queue, () => context.clock.now()),
        context,
      )
    default:
      printer.kind satisfies 'screen'
      return runScreenPrinter(context)
  }
}

/** The kept slip itself is what the window shows: it is printed as soon as it is written down. */
const runScreenPrinter = (context: PrinterContext): RunningPrinter => {
  context.state('connected', null)
  context.learned('finished')
  return {
    async print(job) {
      job.signal.throwIfAborted()
      job.starting()
      return 'confirmed'
    },
    stop: async () => undefined,
  }
}
