import { DangolError, isDangolError } from '#shared/errors.ts'
import type { DeviceLog } from '../devices/device-log.ts'
import type { Printers } from '../devices/printers.service.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import {
  awaitedPrinters,
  findSlip,
  nextQueued,
  type SlipRow,
  type SlipState,
  setSlipState,
  slipsBeingSent,
} from './slips.repo.ts'

export interface SlipQueueOptions {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly clock: Clock
  readonly printers: Printers
  readonly log: DeviceLog
  /** A slip's state became final. */
  onSettled(slipId: number): void
  /** Something waits that did not, or the other way round. */
  onChanged?(): void
}

/**
 * Brings kept slips to their printers, in the order of their ids for each printer: one at a time is handed over, the
 * others stay in the ledger, where they can be called off or moved. A slip is noted as `sent` before its first byte
 * leaves, so that no crash can print it twice; where it is not known what became of it, it is `unknown` and stays so.
 */
export interface SlipQueue {
  /** What was being sent when the program died is unknown now; what was queued is printed. */
  start(): void
  /** Hands what is queued to printers that have nothing in hand. */
  kick(): void
  /** A slip that the caller has called off or given to another printer: its printer lets go of it and goes on. */
  takeBack(slipId: number): void
  /** Slips that have not begun stay queued for the next start. */
  stop(): Promise<void>
}

/** A slip is not this printer's to print any more. */
class TakenBack extends Error {
  constructor() {
    super('slip taken back')
    this.name = 'TakenBack'
  }
}

export const createSlipQueue = (options: SlipQueueOptions): SlipQueue => {
  const { reader, unit, clock, printers, log } = options
  /** Printers whose slips are being brought to them; left at the very moment when nothing is queued any more. */
  const busy = new Set<string>()
  const lanes = new Set<Promise<void>>()
  const inHand = new Map<number, AbortController>()
  /** Ends of slips that could not be written down yet. */
  const owed = new Map<number, SlipState>()
  let running = false

  const tell = (listener: (() => void) | undefined): void => {
    try {
      listener?.()
    } catch (error) {
      log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'slip listener threw')
    }
  }
  const changed = (): void => tell(() => options.onChanged?.())

  const settle = (id: number, state: SlipState): void => {
    owed.set(id, state)
    unit.write((tx) => setSlipState(tx, id, state, clock.now()))
    owed.delete(id)
    tell(() => options.onSettled(id))
    changed()
  }

  /** Durable when it returns: from here on a crash makes the slip unknown. */
  const begin = (slip: SlipRow): void => {
    unit.write((tx) => {
      const now = findSlip(tx, slip.id)
      if (now?.state !== 'queued' || now.printer_id !== slip.printer_id) throw new TakenBack()
      setSlipState(tx, slip.id, 'sent', null)
    })
    changed()
  }

  /** True when the lane may go on with the next one. */
  const print = async (slip: SlipRow): Promise<boolean> => {
    const controller = new AbortController()
    inHand.set(slip.id, controller)
    try {
      const { signal } = controller
      settle(
        slip.id,
        await printers.print(slip.printer_id, { bytes: slip.bytes, signal, starting: () => begin(slip) }),
      )
      return true
    } catch (error) {
      if (error instanceof TakenBack) return true
      const code = isDangolError(error) ? error.code : error instanceof Error ? error.name : 'unknown'
      log.info({ slipId: slip.id, code }, 'slip not printed')
      if (!running || code !== 'printer.not-found' || owed.has(slip.id)) return false
      // The printer is gone for good, and nothing was sent.
      settle(slip.id, 'failed')
      return true
    } finally {
      inHand.delete(slip.id)
    }
  }

  const lane = async (printerId: string): Promise<void> => {
    busy.add(printerId)
    try {
      for (;;) {
        const slip = running ? nextQueued(reader, printerId) : undefined
        if (slip === undefined || !(await print(slip))) return
      }
    } catch (error) {
      log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'slips of a printer stopped')
    } finally {
      busy.delete(printerId)
    }
  }

  const kick = (): void => {
    if (!running) return
    try {
      for (const [id, state] of Array.from(owed)) settle(id, state)
    } catch (error) {
      log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'slip state not kept')
      return
    }
    for (const printerId of awaitedPrinters(reader)) {
      if (busy.has(printerId)) continue
      const printing = lane(printerId)
      lanes.add(printing)
      void printing.finally(() => lanes.delete(printing))
    }
    changed()
  }

  return {
    kick,
    takeBack: (slipId) => inHand.get(slipId)?.abort(new TakenBack()),
    start() {
      if (running) return
      running = true
      for (const id of slipsBeingSent(reader)) settle(id, 'unknown')
      kick()
    },
    async stop() {
      running = false
      for (const controller of inHand.values()) controller.abort(new DangolError('ledger.locked'))
      await Promise.all(lanes)
    },
  }
}
