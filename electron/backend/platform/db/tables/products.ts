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
}
