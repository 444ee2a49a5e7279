/** What receipts name: see `migrations/0045-products.ts`. */
export interface ProductTables {
  category: { id: number; name: string; position: number }
  product: {
    id: number
    spelling: string
    name: string
    stands_for: number
    category_id: number | null
  }
  product_name: { name: string; product_id: number }
  /** Joins and splits: see `migrations/0046-product-changes.ts`. */
  product_apart: { one_id: number; other_id: number }
  product_change: { id: number; product_id: number; at: number; before_id: number; after_id: number }
}
