import type { PrinterStatus } from '#shared/contract/devices.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DeviceLog } from '../device-log.ts'
import type { PrintJob, PrintOutcome } from './print-job.ts'
import type { PrinterLimits } from './printer-limits.ts'

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
