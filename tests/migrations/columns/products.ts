import type { ProductTables } from '#backend/platform/db/tables/products.ts'
import type { Columns } from './columns.ts'

export const productColumns: Columns<ProductTables> = {
  category: { id: 'INTEGER', name: 'TEXT', position: 'INTEGER' },
  product: {
    id: 'INTEGER',
    spelling: 'TEXT',
    name: 'TEXT',
    stands_for: 'INTEGER',
    category_id: 'INTEGER NULL',
  },
  product_apart: { one_id: 'INTEGER', other_id: 'INTEGER' },
  product_change: {
    id: 'INTEGER',
    product_id: 'INTEGER',
    at: 'INTEGER',
    before_id: 'INTEGER',
    after_id: 'INTEGER',
  },
  product_name: { name: 'TEXT', product_id: 'INTEGER' },
}
