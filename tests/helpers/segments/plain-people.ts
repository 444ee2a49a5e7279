import { query } from '#backend/platform/db/query.ts'
import type { Reader } from '#backend/platform/db/statements.ts'
import { standingOf } from '#backend/segments/life-cycle.ts'
import { limitsOf } from '#backend/segments/people-limits.ts'
import type { Guest } from '#backend/segments/ready-groups.ts'
import type { SegmentSettings } from '#shared/contract/segments.ts'
import { type BusinessDate, koreanTime } from '#shared/dates.ts'

interface PlainReceipt {
  readonly date: BusinessDate
  readonly hour: number
  readonly total: number
  /** A sale that was not given back whole. */
  readonly visit: boolean
  readonly lines: readonly {
    readonly product: number
    readonly shownName: string
    readonly category: number | null
    readonly pieces: number
    readonly won: number
  }[]
}

/** Somebody with everything that rules ask for, as plain values as of a day. */
export interface PlainPerson {
  readonly id: number
  readonly name: string
  readonly memo: string
  readonly phone: string
  readonly points: number
  readonly rhythm: number | null
  readonly guest: Guest
  readonly receipts: readonly PlainReceipt[]
  readonly tags: readonly number[]
  readonly marketing: boolean
  readonly fields: ReadonlyMap<number, string | number>
}

export interface PlainShop {
  readonly asOf: BusinessDate
  readonly people: readonly PlainPerson[]
  readonly settings: SegmentSettings
  /** The product that one is joined to, or itself. */
  readonly shownAs: (productId: number) => number
  readonly limits: ReturnType<typeof limitsOf>
}

/** The whole ledger read row by row and put together by hand: slow, and nothing in it is kept as a sum. */
export const plainShop = (reader: Reader, settings: SegmentSettings, asOf: BusinessDate): PlainShop => {
  const receipts = reader.all(query.selectFrom('receipt').selectAll())
  const lines = reader.all(query.selectFrom('receipt_line').selectAll())
  const names = new Map(
    reader.all(query.selectFrom('product_name').selectAll()).map((row) => [row.name, row.product_id]),
  )
  const products = new Map(reader.all(query.selectFrom('product').selectAll()).map((row) => [row.id, row]))
  const entries = reader.all(query.selectFrom('points_entry').selectAll())
  const tags = reader.all(query.selectFrom('customer_tag').selectAll())
  const values = reader.all(query.selectFrom('customer_field_value').selectAll())
  const wordings = reader.all(query.selectFrom('consent_wording').selectAll())
  const consents = reader.all(query.selectFrom('consent').selectAll().orderBy('at').orderBy('id'))
  const linesOf = (receiptId: number): PlainReceipt['lines'] =>
    lines
      .filter((line) => line.receipt_id === receiptId)
      .map((line) => {
        const spelt = products.get(names.get(line.name) ?? 0)
        const shown = products.get(spelt?.stands_for ?? 0)
        return {
          product: shown?.id ?? 0,
          shownName: shown?.name ?? '',
          category: shown?.category_id ?? null,
          pieces: line.quantity ?? 1,
          won: line.amount ?? 0,
        }
      })
  const people = reader
    .all(query.selectFrom('customer').selectAll().where('left_at', 'is', null))
    .flatMap((row): PlainPerson[] => {
      const own = receipts
        .filter((receipt) => receipt.customer_id === row.id && receipt.business_date <= asOf)
        .map((receipt): PlainReceipt => {
          const back = receipts.filter((one) => one.refunds_receipt_id === receipt.id)
          const left = receipt.total + back.reduce((sum, one) => sum + one.total, 0)
          return {
            date: receipt.business_date,
            hour: koreanTime(receipt.issued_at).hour,
            total: receipt.total,
            visit: receipt.kind !== 'refund' && (back.length === 0 || left > 0),
            lines: linesOf(receipt.id),
          }
        })
      const days = [...new Set(own.filter(({ visit }) => visit).map(({ date }) => date))].sort()
      if (days.length === 0 && row.joined_on > asOf) return []
      const standing = standingOf(days, settings)
      const marketing = wordings.filter(({ kind }) => kind === 'marketing').map(({ id }) => id)
      return [
        {
          id: row.id,
          name: row.name,
          memo: row.memo,
          phone: row.phone ?? '',
          points: entries
            .filter((entry) => entry.customer_id === row.id)
            .reduce((sum, { points }) => sum + points, 0),
          rhythm: standing?.rhythmDays ?? null,
          guest: {
            visits: days.length,
            spend: own.reduce((sum, { total }) => sum + total, 0),
            firstVisit: days[0] ?? null,
            lastVisit: days.at(-1) ?? null,
            atRiskFrom: standing?.atRiskFrom ?? null,
            lostFrom: standing?.lostFrom ?? null,
            returnedOn: standing?.returnedOn ?? null,
            joinedOn: row.joined_on,
          },
          receipts: own,
          tags: tags.filter((tag) => tag.customer_id === row.id).map((tag) => tag.tag_id),
          marketing:
            consents.findLast((one) => one.customer_id === row.id && marketing.includes(one.wording_id))
              ?.given === 1,
          fields: new Map(
            values
              .filter((value) => value.customer_id === row.id)
              .map((value) => [value.field_id, value.text ?? value.number ?? 0]),
          ),
        },
      ]
    })
  const limits = limitsOf(
    people.map(({ guest }) => guest),
    asOf,
    settings,
  )
  const shownAs = (id: number): number => products.get(id)?.stands_for ?? 0
  return { asOf, people, settings, limits, shownAs }
}
