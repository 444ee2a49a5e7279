import type { Migration } from './migration.ts'

export const spendOrder: Migration = {
  id: 51,
  name: 'customers by what they spent',
  up: [
    // The share of the best customers is read in this order, without looking at the rest of the figures.
    'CREATE INDEX customer_figures_by_spend ON customer_figures (spend)',
  ],
}
