import type { Printer, PrintPurpose } from '#shared/contract/devices.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { BusinessDate, EpochMs } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import type { SlipKind } from '#shared/slips/kinds.ts'
import type { Printers } from '../devices/printers.service.ts'
import type { Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { encodeSlip } from './encode.ts'
import { markedReprint } from './reprint.ts'
import { counterOf, type EarnSlip, numberPrefix, slipNumber } from './slip.ts'
import type { SlipBlock } from './slip-block.ts'
import { noteSlip, purposeOf } from './slip-desk.repo.ts'
import { createSlipDesk, type SlipDesk } from './slip-desk.service.ts'
import { createSlipQueue, type SlipQueueOptions } from './slip-queue.service.ts'
import { slipSvg } from './slip-svg.ts'
import { copiesOf, findSlip, insertSlip, lastNumber, newestSlips, type SlipRow } from './slips.repo.ts'
import { earnValues } from './templates/earn-values.ts'
import type { SlipTemplates } from './templates/templates.service.ts'
import type { SlipValues } from './templates/values.ts'
import { testSlipBlocks } from './test-slip.ts'

export interface SlipsOptions extends SlipQueueOptions {
  readonly ids: Ids
  readonly templates: Pick<SlipTemplates, 'draw'>
}

interface SlipFor {
  readonly customerId: number
  readonly receiptId: number | null
  readonly at: EpochMs
  readonly businessDate: BusinessDate
}

export interface SlipRequest extends SlipFor {
  readonly content: Omit<EarnSlip, 'number' | 'at'>
}

/** A slip by the template in force of that kind. */
export interface KindSlipRequest extends SlipFor {
  readonly kind: SlipKind
  /** What only the one who prints knows. */
  readonly own: (number: string) => SlipValues
}

/** A slip that another feature lays out. */
export interface DrawnSlipRequest extends SlipFor {
  readonly draw: (number: string, columns: Printer['columns']) => SlipBlock[]
  /** Which printer it goes to; an ordinary slip unless told otherwise. */
  readonly purpose?: PrintPurpose
}

export type SlipRef = CallOutput<'slips.reprint'>
export type RecentSlip = CallOutput<'slips.recent'>[number]

/** Belongs to an open ledger: made after it is unlocked, stopped before it is locked. */
export interface Slips {
  /**
   * Writes the slip within the caller's unit of work, for the printer of its purpose; null when no printer is set up and
   * switched on (nothing is kept then, and the points do not depend on it). `kick` after the commit.
   */
  add(tx: Writer, request: SlipRequest): SlipRef | null
  /** The same for a slip of any kind. */
  addOf(tx: Writer, request: KindSlipRequest): SlipRef | null
  /** The same for a slip of any content. */
  addDrawn(tx: Writer, request: DrawnSlipRequest): SlipRef | null
  /** Prints what is queued. Returns at once; printing goes on by itself. */
  kick(): void
  /** What was being sent when the program died becomes `unknown`, what was queued is printed. */
  start(): void
  stop(): Promise<void>
  /** The same slip once more, marked 재출력. Throws `slip.not-found`, `printer.none`. */
  reprint(slipId: number): SlipRef
  /** Newest first, drawn. */
  recent(limit: number): RecentSlip[]
  /** What waits, and what to do about it. */
  readonly desk: SlipDesk
}

export const createSlips = (options: SlipsOptions): Slips => {
  const { reader, unit, ids, clock, printers } = options
  const queue = createSlipQueue(options)

  const addDrawn: Slips['addDrawn'] = (tx, request) => {
    const purpose = request.purpose ?? 'slip'
    const printer = printers.forPurpose(purpose)
    if (printer === null) return null
    const before = lastNumber(tx, numberPrefix(request.businessDate))
    const number = slipNumber(request.businessDate, counterOf(before ?? '') + 1)
    const blocks = request.draw(number, printer.columns)
    const row: SlipRow = {
      id: ids.next(request.at),
      number,
      customer_id: request.customerId,
      receipt_id: request.receiptId,
      ...printerOf(printer),
      copy: 0,
      state: 'queued',
      bytes: encodeSlip(blocks, printer.columns),
      at: request.at,
      settled_at: null,
    }
    insertSlip(tx, row)
    if (purpose !== 'slip') noteSlip(tx, row.id, { purpose })
    return refOf(row)
  }

  const addOf: Slips['addOf'] = (tx, { kind, own, ...request }) =>
    addDrawn(tx, {
      ...request,
      purpose: kind === 'coupon' ? 'coupon' : 'slip',
      draw: (number, columns) => {
        const { customerId, at } = request
        return options.templates.draw(tx, { kind, customerId, at, own: own(number), columns })
      },
    })

  const reprint: Slips['reprint'] = (slipId) => {
    const now = clock.now()
    const row = unit.write((tx) => {
      const asked = findSlip(tx, slipId)
      const copies = asked === undefined ? [] : copiesOf(tx, asked.number)
      const first = copies[0]
      // Without bytes: its customer was forgotten, and the slip with them.
      if (first === undefined || first.bytes.length === 0) throw new DangolError('slip.not-found')
      const printer = printerFor(first, printers.list())
      if (printer === null) throw new DangolError('printer.none')
      const copy = 1 + Math.max(...copies.map((other) => other.copy))
      const again: SlipRow = {
        ...first,
        ...printerOf(printer),
        id: ids.next(now),
        columns: first.columns,
        copy,
        state: 'queued',
        bytes: markedReprint(first.bytes, copy, columnsOf(first)),
        at: now,
        settled_at: null,
      }
      insertSlip(tx, again)
      const purpose = purposeOf(tx, first.id)
      if (purpose !== 'slip') noteSlip(tx, again.id, { purpose })
      for (const other of copies)
        if (other.settled_at !== null && (other.state === 'unknown' || other.state === 'failed'))
          noteSlip(tx, other.id, { seen_at: now })
      return again
    })
    queue.kick()
    return refOf(row)
  }

  return {
    add: (tx, { content, ...request }) =>
      addOf(tx, {
        ...request,
        kind: 'earn',
        own: (number) => earnValues({ ...content, number, at: request.at }),
      }),
    addOf,
    addDrawn,
    reprint,
    kick: () => queue.kick(),
    start: () => queue.start(),
    stop: () => queue.stop(),
    recent: (limit) => newestSlips(reader, limit).map(recentOf),
    desk: createSlipDesk({
      reader,
      unit,
      clock,
      printers,
      queue,
      changed: () => options.onChanged?.(),
    }),
  }
}

/**
 * A slip that is not kept, straight to the printer. Resolves when it has gone out. Throws what the printer reports
 * (`printer.away`, `printer.paper-out`, …) when it could not begin in time.
 */
const printDirectly = async (
  printers: Printers,
  printerId: string,
  blocks: (printer: Printer) => SlipBlock[],
  limitMs: number,
): Promise<void> => {
  const printer = printers.get(printerId)
  if (!printer.enabled) throw new DangolError('printer.away')
  const limit = AbortSignal.timeout(limitMs)
  try {
    await printers.print(printerId, {
      bytes: encodeSlip(blocks(printer), printer.columns),
      signal: limit,
      starting: () => undefined,
    })
  } catch (error) {
    if (!limit.aborted) throw error
    const problem = printers.status().find((status) => status.id === printerId)?.problem
    throw new DangolError(problem?.code ?? 'printer.away', { ...problem?.params })
  }
}

/** A short test slip. Throws as `printDirectly`. */
export const printTestSlip = (printers: Printers, printerId: string, limitMs = 5_000): Promise<void> =>
  printDirectly(printers, printerId, ({ name, columns }) => testSlipBlocks(name, columns), limitMs)

/** A slip that is not kept, on the printer for that purpose. Throws `printer.none` and as `printDirectly`. */
export const printUnkept = async (
  printers: Printers,
  purpose: PrintPurpose,
  blocks: (columns: Printer['columns']) => SlipBlock[],
  limitMs = 5_000,
): Promise<void> => {
  const printer = printers.forPurpose(purpose)
  if (printer === null) throw new DangolError('printer.none')
  await printDirectly(printers, printer.id, ({ columns }) => blocks(columns), limitMs)
}

const printerOf = (printer: Printer): Pick<SlipRow, 'printer_id' | 'printer_name' | 'columns'> => ({
  printer_id: printer.id,
  printer_name: printer.name,
  columns: printer.columns,
})

/** The printer it came from, or another one with paper as wide: a slip is never squeezed. */
const printerFor = (first: SlipRow, all: readonly Printer[]): Printer | null => {
  const enabled = all.filter((printer) => printer.enabled)
  const same = enabled.find((printer) => printer.id === first.printer_id && printer.columns >= first.columns)
  return same ?? enabled.find((printer) => printer.columns >= first.columns) ?? null
}

const columnsOf = (row: SlipRow): Printer['columns'] =>
  row.columns === 32 || row.columns === 48 ? row.columns : 42

const refOf = (row: SlipRow): SlipRef => ({ id: row.id, number: row.number, state: row.state })

const recentOf = (row: SlipRow & { cancelled_at: number | null }): RecentSlip => ({
  id: row.id,
  number: row.number,
  at: row.at,
  state: row.state,
  settled: row.settled_at !== null,
  cancelled: row.cancelled_at !== null,
  reprint: row.copy > 0,
  printerName: row.printer_name,
  svg: slipSvg(row.bytes, columnsOf(row)),
})
