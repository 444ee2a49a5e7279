import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Reader } from '../platform/db/statements.ts'

const latest = hot<Record<string, never>, { business_date: string }>(() =>
  query.selectFrom('receipt').select('business_date').orderBy('id', 'desc').limit(20),
)

/** By the order in which they came, whatever clocks said. */
export const latestDays = (reader: Reader): string[] => reader.all(latest({})).map((row) => row.business_date)
