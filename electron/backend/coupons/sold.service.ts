/** What other features may ask of the items of a receipt. */
export { soldItems as soldItemsOf } from './sold.repo.ts'
