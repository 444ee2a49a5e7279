import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import type { Reader } from '../../platform/db/statements.ts'
import type { CustomerRow } from '../customers.repo.ts'
import { mergesInto } from '../merging/merge.repo.ts'
import {
  consentsBefore,
  couponsBefore,
  couponsUsedBefore,
  itemNames,
  notesBefore,
  pointsBefore,
  prepaidBefore,
  receiptsBefore,
} from './timeline.repo.ts'

type Timeline = CallOutput<'customers.timeline'>
type Item = Timeline['items'][number]
type Kind = Item['kind']

const page = 50

const blank = { id: null, text: '', won: null, points: null, what: '', given: null }

/** Everything that happened with somebody, newest first, a page at a time. */
export const timelineOf = (
  reader: Reader,
  customer: CustomerRow,
  { before, kinds }: Pick<CallParsed<'customers.timeline'>, 'before' | 'kinds'>,
): Timeline => {
  const asked = {
    customerId: customer.id,
    before: before ?? Number.MAX_SAFE_INTEGER,
    limit: page + 1,
  }
  const wanted = (...names: Kind[]): boolean =>
    kinds.length === 0 || names.some((name) => kinds.includes(name))
  const items: Item[] = []
  if (wanted('sale', 'refund')) items.push(...receipts(reader, asked))
  if (wanted('points')) items.push(...points(reader, asked))
  if (wanted('coupon')) items.push(...coupons(reader, asked))
  if (wanted('prepaid')) items.push(...prepaid(reader, asked))
  if (wanted('note'))
    for (const { id, at, text } of notesBefore(reader, asked))
      items.push({ ...blank, key: `note:${id}`, kind: 'note', at, id, text })
  if (wanted('consent'))
    for (const { id, at, given, kind } of consentsBefore(reader, asked))
      items.push({ ...blank, key: `consent:${id}`, kind: 'consent', at, what: kind, given: given === 1 })
  if (wanted('merged'))
    for (const { id, at, name } of mergesInto(reader, customer.id))
      items.push({ ...blank, key: `merged:${id}`, kind: 'merged', at, id, text: name })
  if (wanted('joined'))
    items.push({ ...blank, key: 'joined', kind: 'joined', at: customer.created_at, text: customer.joined_on })
  const older = items
    .filter((item) => item.at < asked.before && wanted(item.kind))
    .sort((a, b) => b.at - a.at || (a.key < b.key ? 1 : -1))
  return { items: wholeMoments(older), more: older.length > page }
}

/** A page never ends within one moment: the next one begins before it. */
const wholeMoments = (items: readonly Item[]): Item[] => {
  const last = items[page - 1]
  if (last === undefined) return [...items]
  return items.filter((item, index) => index < page || item.at === last.at)
}

type Asked = Parameters<typeof receiptsBefore>[1]

const receipts = (reader: Reader, asked: Asked): Item[] =>
  receiptsBefore(reader, asked).map((row) => ({
    ...blank,
    key: `receipt:${row.id}`,
    kind: row.kind === 'refund' ? 'refund' : 'sale',
    at: row.at,
    id: row.id,
    text: itemNames(reader, row.id).join(', '),
    won: row.total,
    points: row.points ?? 0,
  }))

const points = (reader: Reader, asked: Asked): Item[] =>
  pointsBefore(reader, asked).map((row) => ({
    ...blank,
    key: `points:${row.id}`,
    kind: 'points',
    at: row.at,
    text: row.text ?? '',
    points: row.points,
    what: row.kind,
  }))

const prepaid = (reader: Reader, asked: Asked): Item[] =>
  prepaidBefore(reader, asked).map((row) => ({
    ...blank,
    key: `prepaid:${row.id}`,
    kind: 'prepaid',
    at: row.at,
    text: row.count === 0 || row.unit === 'won' ? row.name : `${row.name} ×${Math.abs(row.count)}`,
    won: row.unit === 'won' && row.money === 0 && row.count !== 0 ? Math.abs(row.count) : row.money || null,
    what: row.kind,
  }))

const coupons = (reader: Reader, asked: Asked): Item[] => [
  ...couponsBefore(reader, asked).map(
    (row): Item => ({
      ...blank,
      key: `coupon:${row.id}`,
      kind: 'coupon',
      at: row.at,
      text: row.name,
      what: 'given',
    }),
  ),
  ...couponsUsedBefore(reader, asked).map(
    (row): Item => ({
      ...blank,
      key: `coupon-entry:${row.id}`,
      kind: 'coupon',
      at: row.at,
      text: row.name,
      what: row.kind === 'use' ? 'used' : 'withdrawn',
    }),
  ),
]
