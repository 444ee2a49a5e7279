import type { CallOutput } from '#shared/contract/index.ts'
import { DangolError } from '#shared/errors.ts'
import type { Printers } from '../devices/printers.service.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork, Writer } from '../platform/db/statements.ts'
import {
  countOnTheirWay,
  giveSlipTo,
  noteSlip,
  type QueuedSlip,
  slipsOnTheirWay,
  unclearSlips,
} from './slip-desk.repo.ts'
import type { SlipQueue } from './slip-queue.service.ts'
import { findSlip, type SlipRow, setSlipState } from './slips.repo.ts'

export interface SlipDeskParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly clock: Clock
  readonly printers: Pick<Printers, 'get'>
  readonly queue: SlipQueue
  /** The queue is another one now. */
  readonly changed: () => void
}

/** What people see of the queue and do about it. */
export interface SlipDesk {
  queue(): CallOutput<'slips.queue'>
  /** Throws `slip.not-found`; `slip.begun` when a printer has it already. */
  cancel(slipId: number): void
  /** Throws as `cancel`, and `printer.not-found`, `slip.too-wide`: a slip is never squeezed. */
  move(slipId: number, printerId: string): void
  /** Slips that are not there are passed over. */
  seen(slipIds: readonly number[]): void
}

export const createSlipDesk = ({
  reader,
  unit,
  clock,
  printers,
  queue,
  changed,
}: SlipDeskParts): SlipDesk => {
  return {
    queue: () => ({
      waiting: slipsOnTheirWay(reader).map((slip) => ({
        ...shown(slip),
        state: slip.state === 'queued' ? 'queued' : 'sent',
      })),
      waitingCount: countOnTheirWay(reader),
      unclear: unclearSlips(reader).map((slip) => ({
        ...shown(slip),
        state: slip.state === 'unknown' ? 'unknown' : 'failed',
      })),
    }),
    cancel(slipId) {
      const now = clock.now()
      unit.write((tx) => {
        stillQueued(tx, slipId)
        setSlipState(tx, slipId, 'failed', now)
        noteSlip(tx, slipId, { cancelled_at: now })
      })
      queue.takeBack(slipId)
      changed()
    },
    move(slipId, printerId) {
      const printer = printers.get(printerId)
      if (!printer.enabled) throw new DangolError('printer.not-found')
      unit.write((tx) => {
        if (stillQueued(tx, slipId).columns > printer.columns) throw new DangolError('slip.too-wide')
        giveSlipTo(tx, slipId, printer)
      })
      queue.takeBack(slipId)
      queue.kick()
      changed()
    },
    seen(slipIds) {
      const now = clock.now()
      unit.write((tx) => {
        for (const slipId of slipIds)
          if (findSlip(tx, slipId) !== undefined) noteSlip(tx, slipId, { seen_at: now })
      })
      changed()
    },
  }
}

const shown = (slip: QueuedSlip) => ({
  id: slip.id,
  number: slip.number,
  at: slip.at,
  copy: slip.copy,
  purpose: slip.purpose,
  printerId: slip.printer_id,
  printerName: slip.printer_name,
})

/** Nothing runs between this look and the write: both are in one synchronous unit of work. */
const stillQueued = (tx: Writer, slipId: number): SlipRow => {
  const slip = findSlip(tx, slipId)
  if (slip === undefined) throw new DangolError('slip.not-found')
  if (slip.state !== 'queued') throw new DangolError('slip.begun')
  return slip
}
