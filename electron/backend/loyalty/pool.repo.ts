import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Reader } from '../platform/db/statements.ts'

type Id = { id: number }

const sharing = hot<Id, Id>((param) =>
  query
    .selectFrom('household_member as me')
    .innerJoin('household_member as other', 'other.household_id', 'me.household_id')
    .innerJoin('customer as c', 'c.id', 'other.customer_id')
    .select('other.customer_id as id')
    .where('me.customer_id', '=', param('id'))
    .where('me.agreed_at', 'is not', null)
    .where('other.agreed_at', 'is not', null)
    .where('c.left_at', 'is', null)
    .orderBy('other.customer_id'),
)
const moved = hot<{ customer: number }, { detail: string }>((param) =>
  query
    .selectFrom('points_action')
    .select('detail')
    .where('customer_id', '=', param('customer'))
    .where('kind', '=', 'move')
    .orderBy('id', 'desc')
    .limit(1),
)
const owners = hot<Id, Id>((param) =>
  query
    .selectFrom('points_entry')
    .select('customer_id as id')
    .distinct()
    .where('action_id', '=', param('id')),
)

/** Whose points a customer may use: their own, and those of a household in which both agreed. */
export const poolOf = (reader: Reader, customerId: number): number[] => [
  ...new Set([customerId, ...reader.all(sharing({ id: customerId })).map(({ id }) => id)]),
]

/** The customer into whom this one was merged, and they into another; the same where nobody was. */
export const successorOf = (reader: Reader, customerId: number): number => {
  const detail = reader.first(moved({ customer: customerId }))?.detail ?? ''
  const into = detail.startsWith('into:') ? Number(detail.slice('into:'.length)) : null
  return into === null || into === customerId ? customerId : successorOf(reader, into)
}

/** Whose points an action moved. */
export const ownersOf = (reader: Reader, actionId: number): number[] =>
  reader.all(owners({ id: actionId })).map(({ id }) => id)
