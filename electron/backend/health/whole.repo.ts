import type { Connection } from '../platform/db/open.ts'

/** Customers whose balance is not the sum of their entries. */
export const wrongBalances = (db: Connection): number =>
  Number(
    db
      .prepare(
        `SELECT count(*) FROM customer_figures AS f
          WHERE f.points <> (SELECT coalesce(sum(e.points), 0) FROM points_entry AS e
            WHERE e.customer_id = f.customer_id)`,
      )
      .pluck()
      .get(),
  )
