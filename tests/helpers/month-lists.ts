import { sql } from 'kysely'
import { expect } from 'vitest'
import { unpackMonth } from '#backend/analytics/months/month-list.ts'
import { keepList, listIsWrong, listsBetween } from '#backend/analytics/months/month-lists.repo.ts'
import { bestIds } from '#backend/analytics/pictures/behind.repo.ts'
import { boughtBetween } from '#backend/analytics/pictures/bought.repo.ts'
import { topSharesBetween } from '#backend/analytics/pictures/guests.repo.ts'
import { rowsOf } from '#backend/analytics/pictures/period.repo.ts'
import { topShares } from '#backend/analytics/pictures/top-shares.ts'
import type { Reader } from '#backend/platform/db/statements.ts'
import type { Ledger } from '#backend/platform/ledger.ts'

const all = { from: 0, to: 999_999 }

const monthsOf = (reader: Reader): number[] =>
  rowsOf<{ month: number }>(
    reader,
    sql`SELECT DISTINCT day / 100 AS month FROM customer_day ORDER BY month`,
  ).map(({ month }) => month)

/** Makes the list of every so many months, over or not. */
export const keepSome = ({ reader, unit }: Ledger, every: number): void => {
  for (const [place, month] of monthsOf(reader).entries())
    if (place % every === 0) unit.write((tx) => keepList(tx, month))
}

export const listedMonths = (reader: Reader): number[] => listsBetween(reader, all).map(({ month }) => month)

/** Everybody who stands in any list. */
export const listedPeople = (reader: Reader): Set<number> =>
  new Set(listsBetween(reader, all).flatMap(({ guests }) => [...(unpackMonth(guests)?.customers ?? [])]))

/** Whatever lists there are, what customers bought in whole months and in parts of them is what receipts say. */
export const expectBoughtToBeRight = (reader: Reader): void => {
  expect(listedMonths(reader).filter((month) => listIsWrong(reader, month))).toEqual([])
  const [life] = rowsOf<{ first: string | null; last: string | null }>(
    reader,
    sql`SELECT min(business_date) AS first, max(business_date) AS last FROM receipt`,
  )
  if (life?.first == null || life.last === null) return
  const whole = { from: `${life.first.slice(0, 7)}-01`, to: `${life.last.slice(0, 4)}-12-31` }
  const parts = { from: `${life.first.slice(0, 7)}-14`, to: `${life.last.slice(0, 7)}-09` }
  for (const { from, to } of [whole, parts]) {
    const counted = rowsOf<{ id: number; net: number }>(
      reader,
      sql`SELECT customer_id AS id, sum(total) AS net FROM receipt
        WHERE customer_id IS NOT NULL AND business_date BETWEEN ${from} AND ${to} GROUP BY 1 ORDER BY 1`,
    )
    const { keys, values } = boughtBetween(reader, from, to)
    const bought = [...keys].map((id, row): [number, number] => [id, values[row] ?? 0])
    expect(bought.sort(([a], [b]) => a - b)).toEqual(counted.map(({ id, net }) => [id, net]))
    const best = counted.filter(({ net }) => net > 0).sort((a, b) => b.net - a.net || a.id - b.id)
    expect(bestIds(reader, from, to, 2)).toEqual(best.slice(0, 2).map(({ id }) => id))
    expect(topSharesBetween(reader, from, to)).toEqual(topShares(counted.map(({ net }) => net)))
  }
}
