import type { EpochMs } from '#shared/dates.ts'
import type { Connection } from '../db/open.ts'
import { query } from '../db/query.ts'
import type { Writer } from '../db/statements.ts'
import type { TrackedIds } from '../ids.ts'
import { firstWording, wordingKinds } from './consent-wording.ts'

/**
 * The one row that no unit of work writes, because every unit of work writes into it. Made of what the key
 * file knows, so that a ledger can be made again from its journal alone.
 */
export const writeFirstState = (db: Connection, ledgerId: string, createdAt: EpochMs): void => {
  db.prepare(
    'INSERT INTO ledger_state (id, ledger_uuid, journal_seq, last_id, created_at) VALUES (1, ?, 0, 0, ?)',
  ).run(ledgerId, createdAt)
}

export interface FirstRows {
  readonly shopName: string
  readonly demo: boolean
  readonly now: EpochMs
}

export const writeFirstRows = (tx: Writer, ids: TrackedIds, { shopName, demo, now }: FirstRows): void => {
  tx.run(query.insertInto('shop').values({ id: 1, name: shopName, demo: demo ? 1 : 0, ...unsaid }))
  tx.run(query.insertInto('points_rule').values(firstRule))
  tx.run(query.insertInto('points_rule_rate').values(firstRate))
  const wording = firstWording(shopName)
  for (const kind of wordingKinds) {
    tx.run(
      query.insertInto('consent_wording').values({
        id: ids.next(now),
        kind,
        version: wording.version,
        text: wording.texts[kind],
        from_at: now,
      }),
    )
  }
}

/** One percent, from the beginning of time; what is left under a point is carried to the next sale. */
const firstRule = {
  id: 1,
  from_date: '0001-01-01',
  made_at: 0,
  way: 'percent',
  carries: 1,
  least_spend: 0,
  lifetime_months: null,
  birthday_days: 7,
} as const
const firstRate = { rule_id: 1, tier_id: 0, method: '', points: 100, per_won: 10_000 } as const

const unsaid = {
  business_number: null,
  phone: null,
  address: null,
  closes_at_hour: 0,
  points_rate_bp: 100,
  footer: '',
  qr: '',
} as const
