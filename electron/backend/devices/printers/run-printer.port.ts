import type { Printer, PrinterStatus } from '#shared/contract/devices.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DeviceLog } from '../device-log.ts'
import { runLinePrinter } from './line-printer.port.ts'
import type { PrintJob, PrintOutcome } from './print-job.ts'
import type { PrinterLimits } from './printer-limits.ts'
import { serialPrinterLine, tcpPrinterLine } from './printer-lines.port.ts'

export interface PrinterContext {
  readonly clock: Clock
  readonly log: DeviceLog
  readonly limits: PrinterLimits
  state(connection: PrinterStatus['connection'], problem: PrinterStatus['problem']): void
}

export interface RunningPrinter {
  print(job: PrintJob): Promise<PrintOutcome>
  stop(): Promise<void>
}

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
