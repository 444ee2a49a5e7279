import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { SheetCondition, SheetFilter } from '#shared/contract/sheet-filter.ts'
import { addDays, type BusinessDate, type EpochMs } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import { isInitials } from '#shared/hangul.ts'
import { addsUp } from './column.ts'
import { firstDayOfLast } from './days-back.ts'
import { listOf, type SheetColumn, type SheetSource } from './sheet-source.repo.ts'

export type Where = { readonly where: readonly RawBuilder<SqlBool>[]; readonly needs: ReadonlySet<string> }

/** Ids of the customers in a group as it stands, as a subquery. */
export type Members = (segmentId: number) => RawBuilder<unknown>

export interface FilterParts {
  readonly source: SheetSource
  readonly columns: ReadonlyMap<string, SheetColumn>
  readonly today: BusinessDate
  readonly members: Members
}

/**
 * What a filter asks of the ledger.
 * @throws DangolError `sheet.unknown-column`, `sheet.filter-misfit` where a condition does not fit its column's kind.
 */
export const whereOf = (filter: SheetFilter, parts: FilterParts): Where => {
  const { source, columns } = parts
  const where: RawBuilder<SqlBool>[] = []
  const late: RawBuilder<SqlBool>[] = []
  const needs = new Set<string>()
  const need = (names: readonly string[]): void => {
    for (const name of names) needs.add(name)
  }
  if (source.always !== undefined) where.push(source.always)
  if (filter.ids !== undefined) where.push(sql<SqlBool>`${source.id} IN ${listOf(filter.ids)}`)
  if (filter.segmentId !== undefined) {
    if (source.customer === null) throw new DangolError('sheet.filter-misfit', { column: 'segmentId' })
    need(source.customer.needs)
    where.push(sql<SqlBool>`${source.customer.id} IN ${parts.members(filter.segmentId)}`)
  }
  for (const condition of filter.conditions ?? []) {
    const column = columns.get(condition.column)
    if (column === undefined) throw new DangolError('sheet.unknown-column', { column: condition.column })
    if (!column.filterable) throw new DangolError('sheet.filter-misfit', { column: column.name })
    need(column.needs)
    const asked = conditionOf(condition, column, parts.today)
    // What looks at other tables is asked last, of the rows that are left.
    if (column.contains === undefined) where.push(asked)
    else late.push(asked)
  }
  const text = filter.text?.normalize('NFC').trim() ?? ''
  if (text !== '') {
    const found = source.found(text)
    need(found.needs)
    where.push(found.where)
  }
  return { where: [...where, ...late], needs }
}

const misfit = (column: SheetColumn): DangolError =>
  new DangolError('sheet.filter-misfit', { column: column.name })

const conditionOf = (
  condition: SheetCondition,
  column: SheetColumn,
  today: BusinessDate,
): RawBuilder<SqlBool> => {
  const { value, kind } = column
  switch (condition.is) {
    case 'contains':
      return contains(column, condition.text.normalize('NFC').trim())
    case 'range':
      if (!addsUp(kind)) throw misfit(column)
      return between(value, condition.from, condition.to)
    case 'dates':
      if (!isDay(condition.from) || !isDay(condition.to)) throw misfit(column)
      return days(column, condition.from, condition.to)
    case 'past': {
      const first = firstDayOfLast(today, condition.count, condition.unit)
      if (condition.within) return days(column, first, null)
      return sql<SqlBool>`(${value} IS NULL OR ${days(column, null, addDays(first, -1))})`
    }
    case 'oneOf': {
      if (kind !== 'choice' && kind !== 'bool' && kind !== 'tags') throw misfit(column)
      const given = kind === 'bool' ? condition.values.map((one) => (one === '1' ? 1 : 0)) : condition.values
      const among = column.oneOf?.(listOf(given)) ?? sql<SqlBool>`ifnull(${value} IN ${listOf(given)}, 0)`
      return condition.not ? sql<SqlBool>`NOT ${among}` : among
    }
    default:
      return condition.filled
        ? sql<SqlBool>`ifnull(${value}, '') <> ''`
        : sql<SqlBool>`ifnull(${value}, '') = ''`
  }
}

/** Text anywhere in the value; whatever is typed into a phone's filter counts by its digits. */
export const contains = (column: SheetColumn, text: string): RawBuilder<SqlBool> => {
  const { value, kind, initials } = column
  if (kind !== 'text' && kind !== 'phone' && kind !== 'tags' && kind !== 'choice') throw misfit(column)
  if (column.contains !== undefined) return column.contains(text)
  if (kind === 'phone') return holds(value, text.replace(/\D/g, ''))
  const bare = text.replace(/\s/g, '')
  if (initials !== undefined && isInitials(bare)) return holds(initials, bare)
  // Korean has no capitals: most words need not be made small in every row.
  if (text.toLowerCase() === text.toUpperCase()) return holds(value, text)
  return sql<SqlBool>`instr(lower(${value}), ${text.toLowerCase()}) > 0`
}

export const holds = (value: RawBuilder<unknown>, text: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`instr(${value}, ${text}) > 0`

const between = (
  value: RawBuilder<unknown>,
  from: number | string | null,
  to: number | string | null,
): RawBuilder<SqlBool> => {
  if (from === null && to === null) return sql<SqlBool>`${value} IS NOT NULL`
  if (from === null) return sql<SqlBool>`${value} <= ${to}`
  if (to === null) return sql<SqlBool>`${value} >= ${from}`
  return sql<SqlBool>`${value} BETWEEN ${from} AND ${to}`
}

/** Both days included; of a moment the Korean calendar day counts. */
const days = (
  { value, kind, name }: SheetColumn,
  from: BusinessDate | null,
  to: BusinessDate | null,
): RawBuilder<SqlBool> => {
  if (kind === 'date') return between(value, from, to)
  if (kind !== 'moment') throw new DangolError('sheet.filter-misfit', { column: name })
  return between(
    value,
    from === null ? null : midnight(from),
    to === null ? null : midnight(addDays(to, 1)) - 1,
  )
}

const midnight = (date: BusinessDate): EpochMs => Date.parse(`${date}T00:00:00+09:00`)

/** `2026-02-31` has the shape of a day and is none. */
const isDay = (date: BusinessDate | null): boolean => {
  if (date === null) return true
  const at = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date)
}
