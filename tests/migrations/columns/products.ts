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
  product_name: { name: 'TEXT', product_id: 'INTEGER' },
}
