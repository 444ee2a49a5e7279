import { DangolError } from '#shared/errors.ts'
import type { WriteCell } from './cell-writers.ts'
import { categoryId, changeProduct } from './product-cells.repo.ts'

const longestName = 60

/** Cells of the products' sheet. */
export const productCells: WriteCell = (tx, key, column, value) => {
  const id = Number(key)
  const text = value === null ? '' : String(value)
  if (column === 'name') {
    if (text === '' || text.length > longestName) throw new DangolError('sheet.cell-invalid')
    return changeProduct(tx, id, { name: text })
  }
  if (column !== 'category') throw new DangolError('sheet.cell-fixed')
  const category = text === '' ? null : categoryId(tx, text)
  if (text !== '' && category === null) throw new DangolError('sheet.cell-invalid')
  return changeProduct(tx, id, { category_id: category })
}
