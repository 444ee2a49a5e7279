import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Reader } from '../../platform/db/statements.ts'
import type { Days } from '../matching/matching.repo.ts'
import type { ReceiptRecord } from '../receipts.repo.ts'

type Wanted = { from: string; to: string; least: number; until: number; limit: number }

// Day by day, as the indexes begin with the day.
const sales = hot<Wanted, ReceiptRecord>((param) =>
  query
    .selectFrom('daily_total as d')
    .crossJoin('receipt as r')
    .selectAll('r')
    .where('d.business_date', '>=', param('from'))
    .where('d.business_date', '<=', param('to'))
    .whereRef('r.business_date', '=', 'd.business_date')
    .where('r.kind', '<>', 'refund')
    .where('r.total', '>=', param('least'))
    .where('r.issued_at', '<=', param('until'))
    .orderBy('r.business_date', 'desc')
    .orderBy('r.issued_at', 'desc')
    .limit(param('limit')),
)

/** A busy month. */
const enough = 6000

/** Sales of these business days of at least so much (won), issued until `until`, latest first. */
export const salesOfDays = (reader: Reader, days: Days, least: number, until: number): ReceiptRecord[] =>
  reader.all(sales({ ...days, least, until, limit: enough }))
