/** What other features may ask of the points of a receipt. */
export { pointsOfReceipt } from './points.repo.ts'
