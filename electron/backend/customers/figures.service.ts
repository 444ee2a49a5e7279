/** What other features may do with a customer's figures; always inside their own unit of work. */
export { balanceOf } from './figures/figures.repo.ts'
export { habitOf, refreshedOnce, refreshFigures } from './figures/refreshing.service.ts'
