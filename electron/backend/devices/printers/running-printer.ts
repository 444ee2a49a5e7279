import type { PrinterStatus } from '#shared/contract/devices.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DeviceLog } from '../device-log.ts'
import type { PrintJob, PrintOutcome } from './print-job.ts'
import type { PrinterLimits } from './printer-limits.ts'
import type { Answers } from './printer-memory.ts'

export interface PrinterContext {
  readonly clock: Clock
  readonly log: DeviceLog
  readonly limits: PrinterLimits
  /** What has come back from this printer before, also before the last start. */
  readonly known: Answers
  learned(answers: Answers): void
  state(connection: PrinterStatus['connection'], problem: PrinterStatus['problem']): void
}

export interface RunningPrinter {
  print(job: PrintJob): Promise<PrintOutcome>
  stop(): Promise<void>
}
