import { sql } from 'kysely'
import type { BusinessDate } from '#shared/dates.ts'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import type { KeptDay } from './trusted-day.ts'

const kept = hot<Record<string, never>, KeptDay>(() =>
  query.selectFrom('points_clock').select(['day', 'seen']).where('id', '=', 1),
)
/** A receipt whose time is not its arrival bears a printed one. */
const printed = hot<Record<string, never>, { day: string | null }>(() =>
  query
    .selectFrom((eb) =>
      eb
        .selectFrom('receipt')
        .select(['business_date', 'issued_at', 'received_at'])
        .orderBy('id', 'desc')
        .limit(3)
        .as('latest'),
    )
    .select(sql<string | null>`min(business_date) FILTER (WHERE issued_at <> received_at)`.as('day')),
)
const keep = hot<KeptDay & Record<string, unknown>, unknown>((param) =>
  query
    .insertInto('points_clock')
    .values({ id: 1, day: param('day'), seen: param('seen') })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ day: sql`excluded.day`, seen: sql`excluded.seen` }),
    ),
)

export const readKeptDay = (reader: Reader): KeptDay | undefined => reader.first(kept({}))

/** The earliest day printed on the three receipts that came last; null where none of them bears one. */
export const printedDay = (reader: Reader): BusinessDate | null => reader.first(printed({}))?.day ?? null

export const keepDay = (tx: Writer, day: KeptDay): void => {
  tx.run(keep({ ...day }))
}
