import type { SheetName } from '#shared/contract/sheet-filter.ts'
import { customersSheet } from './customers-sheet.repo.ts'
import { productsSheet } from './products-sheet.repo.ts'
import { linesSheet, receiptsSheet } from './receipts-sheet.repo.ts'
import type { SheetSource } from './sheet-source.repo.ts'

/** Every sheet by its name. */
export const sheetSources: Readonly<Record<SheetName, SheetSource>> = {
  customers: customersSheet,
  receipts: receiptsSheet,
  lines: linesSheet,
  products: productsSheet,
}

export type { Cell, SheetColumn, SheetSource } from './sheet-source.repo.ts'
