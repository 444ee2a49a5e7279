import type { CallOutput } from '#shared/contract/index.ts'
import type { BusinessDate, EpochMs } from '#shared/dates.ts'
import type { DeviceLog } from '../devices/device-log.ts'
import type { Printers } from '../devices/printers.service.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork, Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import type { EarnSlip } from './slip.ts'

export interface SlipsOptions {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly ids: Ids
  readonly clock: Clock
  readonly printers: Printers
  readonly log: DeviceLog
  /** A slip left for its printer, or its state changed for the last time. */
  onPrinted(slipId: number): void
}

export interface SlipRequest {
  readonly customerId: number
  readonly receiptId: number | null
  readonly at: EpochMs
  readonly businessDate: BusinessDate
  /** Everything on the slip but what the queue gives it. */
  readonly content: Omit<EarnSlip, 'number' | 'copy' | 'at'>
}

export type SlipRef = CallOutput<'slips.reprint'>
export type RecentSlip = CallOutput<'slips.recent'>[number]

/** Belongs to an open ledger: made after it is unlocked, stopped before it is locked. */
export interface Slips {
  /**
   * Writes the slip within the caller's unit of work, for the preferred printer; null when no printer is set up or
   * switched on (nothing is kept then, and points do not depend on it). Call `kick` after the commit.
   */
  add(tx: Writer, request: SlipRequest): SlipRef | null
  /** Prints what is queued. Returns at once; printing goes on by itself. */
  kick(): void
  /** At start: what was being sent when the program died becomes `unknown`, what was queued is printed. */
  start(): void
  stop(): Promise<void>
  /** The same slip once more, marked 재출력. Throws `slip.not-found`, `printer.none`. */
  reprint(slipId: number): SlipRef
  /** Newest first. */
  recent(limit: number): readonly RecentSlip[]
  /** A short test slip, straight to the printer, not kept. Throws `printer.not-found`, `printer.busy`, `printer.away`. */
  test(printerId: string): Promise<void>
}

export type CreateSlips = (options: SlipsOptions) => Slips
