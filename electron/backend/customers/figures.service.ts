/** What other features may do with a customer's figures; always inside their own unit of work. */
export { balanceOf, refreshFigures } from './figures.repo.ts'
