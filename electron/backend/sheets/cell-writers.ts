import type { SheetName } from '#shared/contract/sheet-filter.ts'
import type { EpochMs } from '#shared/dates.ts'
import type { Writer } from '../platform/db/statements.ts'

/**
 * Puts a value into a cell, within somebody's unit of work.
 * @throws DangolError where the ledger cannot take it (`customer.phone-taken`, `customer.name-missing`, …).
 */
export type WriteCell = (
  tx: Writer,
  key: string | number,
  column: string,
  value: string | number | null,
  at: EpochMs,
) => void

/** How each sheet is written into. */
export type CellWriters = Readonly<Record<SheetName, WriteCell>>
