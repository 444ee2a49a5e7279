import type { PlainRow } from './personal-rows.ts'

type Value = PlainRow[string] | undefined

/** Texts of two entries of one person, the one that stays first. */
const both = (kept: Value, gone: Value, between: string, most: number): string => {
  const [one, other] = [String(kept ?? ''), String(gone ?? '')]
  if (other === '' || one.includes(other)) return one
  if (one === '' || other.includes(one)) return other
  return `${one}${between}${other}`.slice(0, most)
}

/** The earlier of two dates of one form. */
const earlier = (one: Value, other: Value): string =>
  String(one) < String(other) ? String(one) : String(other)

/**
 * What changes in the row of `customer` that stays: a phone where there was none, both memos, the earlier day of
 * joining; the name stays.
 */
export const joinedCustomer = (kept: PlainRow, gone: PlainRow): PlainRow =>
  changed(kept, {
    ...(kept['phone'] === null ? { phone: gone['phone'] ?? null, last_four: gone['last_four'] ?? null } : {}),
    memo: both(kept['memo'], gone['memo'], '\n', 2000),
    joined_on: earlier(kept['joined_on'], gone['joined_on']),
    left_at: kept['left_at'] === null || gone['left_at'] === null ? null : (kept['left_at'] ?? null),
  })

const birthday = ['birth_calendar', 'birth_year', 'birth_month', 'birth_day', 'birth_leap'] as const

/** What was not known of the one that stays, and allergies and cautions of both: nobody may lose an allergy. */
export const joinedDetail = (kept: PlainRow, gone: PlainRow): PlainRow =>
  changed(kept, {
    ...(kept['birth_month'] === null
      ? Object.fromEntries(birthday.map((column) => [column, gone[column] ?? null]))
      : {}),
    ...(kept['gender'] === null ? { gender: gone['gender'] ?? null } : {}),
    ...(kept['address'] === '' ? { address: gone['address'] ?? '' } : {}),
    ...(kept['found_by'] === '' ? { found_by: gone['found_by'] ?? '' } : {}),
    allergies: both(kept['allergies'], gone['allergies'], ', ', 400),
    cautions: both(kept['cautions'], gone['cautions'], ', ', 400),
  })

const changed = (row: PlainRow, wanted: PlainRow): PlainRow =>
  Object.fromEntries(Object.entries(wanted).filter(([column, value]) => row[column] !== value))

/**
 * What a row gets back when the two are taken apart: each column that the merge changed and nobody has since.
 * @param now the row as it is.
 */
export const takenApart = (before: PlainRow, after: PlainRow, now: PlainRow): PlainRow =>
  Object.fromEntries(
    Object.keys(after)
      .filter((column) => before[column] !== after[column] && now[column] === after[column])
      .map((column) => [column, before[column] ?? null]),
  )
