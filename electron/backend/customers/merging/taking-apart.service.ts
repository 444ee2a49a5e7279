import { z } from 'zod'
import type { Reader, Writer } from '../../platform/db/statements.ts'
import { customerWithPhone, findCustomer } from '../customers.repo.ts'
import { householdExists } from '../households/household.repo.ts'
import { findField } from '../person/field.repo.ts'
import { tagExists } from '../person/tag.repo.ts'
import { takenApart } from './joined.ts'
import { type Remembered, rememberedRows } from './merge.repo.ts'
import { insertRow, isPersonalTable, removeRow, rowLike, setColumns } from './personal-rows.repo.ts'
import type { PlainRow } from './personal-rows.ts'

const plain = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

export const readRemembered = (reader: Reader, mergeId: number): Remembered[] =>
  rememberedRows(reader, mergeId).flatMap(({ part, table_name: table, json }) =>
    isPersonalTable(table) ? [{ part, table, row: plain.parse(JSON.parse(json)) }] : [],
  )

/** Gives the one that stayed its own columns back, takes away what was added, writes the other's rows again. */
export const putApart = (tx: Writer, rows: readonly Remembered[]): void => {
  for (const { table, row: before } of rows.filter(({ part }) => part === 'before')) {
    const after = rows.find((one) => one.part === 'after' && one.table === table)?.row
    const now = rowLike(tx, table, before)
    if (after !== undefined && now !== undefined)
      setColumns(tx, table, before, takenApart(before, after, now))
  }
  // What somebody has changed since is theirs: only what still is as it was added goes.
  for (const { table, row } of rows.filter(({ part }) => part === 'added').reverse()) {
    const now = rowLike(tx, table, row)
    if (now !== undefined && Object.keys(row).every((column) => now[column] === row[column]))
      removeRow(tx, table, row)
  }
  for (const { part, table, row } of rows) {
    if (part !== 'gone') continue
    if (table === 'customer') insertRow(tx, table, reachableStill(tx, row))
    else if (standsOn(tx, row) && rowLike(tx, table, row) === undefined) insertRow(tx, table, row)
  }
}

/** A number that somebody else has by now stays theirs. */
const reachableStill = (tx: Writer, row: PlainRow): PlainRow =>
  typeof row['phone'] === 'string' && customerWithPhone(tx, row['phone']) !== null
    ? { ...row, phone: null, last_four: null }
    : row

/** Whether what a row speaks of is still there. */
const standsOn = (tx: Writer, row: PlainRow): boolean => {
  const { tag_id: tag, field_id: field, household_id: household, one_id: one, other_id: other } = row
  if (typeof one === 'number' && typeof other === 'number')
    return [one, other].every((id) => findCustomer(tx, id) !== undefined)
  if (typeof tag === 'number') return tagExists(tx, tag)
  if (typeof field === 'number') return findField(tx, field) !== undefined
  return typeof household !== 'number' || householdExists(tx, household)
}
