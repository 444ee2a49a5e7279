import { DangolError, isDangolError } from '#shared/errors.ts'
import type { DeviceLog } from '../devices/device-log.ts'
import type { PrintOutcome } from '../devices/printers/print-job.ts'
import type { Printers } from '../devices/printers.service.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import { findSlip, openSlips, type SlipState, setSlipState } from './slips.repo.ts'

export interface SlipQueueOptions {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly clock: Clock
  readonly printers: Printers
  readonly log: DeviceLog
  /** A slip's state became final. */
  onSettled(slipId: number): void
}

/**
 * Brings kept slips to their printers, in order for each printer. A slip is noted as `sent` before its first byte
 * leaves, so that no crash can print it twice; where it is not known what became of it, it is `unknown` and stays so.
 */
export interface SlipQueue {
  /** What was being sent when the program died is unknown now; what was queued is printed. */
  start(): void
  /** Hands what is queued to the printers; slips that a printer already has are passed over. */
  kick(): void
  /** Slips that have not begun stay queued for the next start. */
  stop(): Promise<void>
}

export const createSlipQueue = (options: SlipQueueOptions): SlipQueue => {
  const { reader, unit, clock, printers, log } = options
  const inHand = new Map<number, Promise<void>>()
  let aborter = new AbortController()
  let running = false

  const settle = (id: number, state: SlipState): void => {
    unit.write((tx) => setSlipState(tx, id, state, clock.now()))
    try {
      options.onSettled(id)
    } catch {
      log.warn({ slipId: id }, 'slip listener threw')
    }
  }

  const print = async (id: number): Promise<void> => {
    const slip = findSlip(reader, id)
    if (slip === undefined || slip.state !== 'queued') return
    try {
      const outcome: PrintOutcome = await printers.print(slip.printer_id, {
        bytes: slip.bytes,
        signal: aborter.signal,
        starting: () => unit.write((tx) => setSlipState(tx, id, 'sent', null)),
      })
      settle(id, outcome)
    } catch (error) {
      // Called off before it began: by us, or because the printer is gone for good.
      const gone = isDangolError(error) && error.code === 'printer.not-found'
      if (running && gone) settle(id, 'failed')
      log.info({ slipId: id, code: isDangolError(error) ? error.code : 'called-off' }, 'slip not printed')
    }
  }

  const take = (id: number): void => {
    if (inHand.has(id)) return
    const printing = print(id)
      .catch((error: unknown) => {
        log.warn(
          { slipId: id, error: error instanceof Error ? error.name : 'unknown' },
          'slip state not kept',
        )
      })
      .finally(() => inHand.delete(id))
    inHand.set(id, printing)
  }

  const kick = (): void => {
    if (!running) return
    for (const slip of openSlips(reader)) if (slip.state === 'queued') take(slip.id)
  }

  return {
    kick,
    start() {
      if (running) return
      running = true
      aborter = new AbortController()
      for (const slip of openSlips(reader)) if (slip.state === 'sent') settle(slip.id, 'unknown')
      kick()
    },
    async stop() {
      running = false
      aborter.abort(new DangolError('ledger.locked'))
      await Promise.all(inHand.values())
    },
  }
}
