import type { koSheets } from '../ko/sheets.ts'
import type { Same } from '../word.ts'

export const enSheets: Same<typeof koSheets> = {
  'nav.customers': 'Customers',
  'sheet.customers.title': 'Customers',
  'sheet.receipts.title': 'Receipts',
  'sheet.lines.title': 'Items',
  'sheet.products.title': 'Products',
}
