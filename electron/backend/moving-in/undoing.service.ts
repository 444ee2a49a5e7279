import { receiptsChange } from '../analytics/shares.service.ts'
import { refreshFigures } from '../customers/figures.service.ts'
import type { Granting } from '../loyalty/granting.service.ts'
import type { Writer } from '../platform/db/statements.ts'
import { addToDay, findReceipt } from '../receipts/facts.service.ts'
import { emptiedDetail } from './fields/detail.ts'
import { moreFilled } from './more-in.service.ts'
import { customerAt, detailOf, moreOf, setDetail, setMemo } from './people.repo.ts'
import { type ImportRow, settleRow } from './runs.repo.ts'
import {
  dropEmptyDay,
  importedConsents,
  livedRows,
  pointsAction,
  pointsSince,
  removeCards,
  removeKeptDays,
  removeMorePhones,
  removeOwnValue,
  removePerson,
  removeReceipt,
  removeTag,
  tiedToReceipt,
} from './undo.repo.ts'

/** Thrown inside a piece of an undoing: the row has changed since it was brought in, and stays. */
export class ChangedSince extends Error {}

export interface UndoingParts {
  readonly granting: Pick<Granting, 'takeBack'>
}

const undoFilling = (tx: Writer, row: ImportRow, begun: number): void => {
  const person = customerAt(tx, row.target_id)
  if (person === undefined) return
  if (person.updated_at !== begun) throw new ChangedSince()
  const filled = row.filled.split(',')
  const detail = detailOf(tx, person.id)
  if (detail !== undefined) setDetail(tx, emptiedDetail(detail, filled))
  if (filled.includes('memo')) setMemo(tx, person.id, '', begun)
  if (filled.includes('card')) removeCards(tx, person.id, begun)
  for (const part of filled) if (part.startsWith('tag:')) removeTag(tx, person.id, Number(part.slice(4)))
  const { phones, days, own } = moreFilled(filled)
  const has = moreOf(tx, person.id)
  if ((phones > 0 && has.phones !== phones) || (days > 0 && has.days !== days)) throw new ChangedSince()
  if (phones > 0) removeMorePhones(tx, person.id)
  if (days > 0) removeKeptDays(tx, person.id)
  for (const fieldId of own) removeOwnValue(tx, person.id, fieldId)
}

const undoReceipt = (tx: Writer, row: ImportRow): void => {
  const receipt = findReceipt(tx, row.target_id)
  if (receipt === undefined) return
  const { id, customer_id: customerId, business_date: date, total } = receipt
  if (customerId !== row.customer_id || tiedToReceipt(tx, id) > 0) throw new ChangedSince()
  const refund = receipt.kind === 'refund'
  receiptsChange(tx, [id], () => removeReceipt(tx, id))
  addToDay(tx, {
    business_date: date,
    sales: refund ? 0 : -1,
    refunds: refund ? -1 : 0,
    net: -total,
    attached: !refund && customerId !== null ? -1 : 0,
  })
  dropEmptyDay(tx, date)
  if (customerId !== null) refreshFigures(tx, customerId)
}

/** @param begun when the run was begun: whoever it made was last changed then. */
const undoPerson = (tx: Writer, row: ImportRow, begun: number, gavePoints: boolean): void => {
  const person = customerAt(tx, row.target_id)
  // Gone already, by destruction or by a merge: there is nothing left to take back.
  if (person === undefined) return
  const {
    consent = 0,
    points_entry: entries = 0,
    customer_phone: phones = 0,
    customer_anniversary: days = 0,
    customer_field_value: own = 0,
    ...others
  } = livedRows(tx, person.id)
  const brought = moreFilled(row.filled.split(','))
  const untouched =
    person.updated_at === begun &&
    person.left_at === null &&
    consent === importedConsents(tx, person.id, begun) &&
    // One entry came with the list, and one takes it back.
    entries === (gavePoints ? 2 : 0) &&
    phones === brought.phones &&
    days === brought.days &&
    own === brought.own.length &&
    Object.values(others).every((rows) => rows === 0)
  if (!untouched) throw new ChangedSince()
  removePerson(tx, person.id)
}

/** Takes back what one line of a list has made, inside the caller's unit of work. */
export const createUndoing = ({ granting }: UndoingParts) => {
  const undoPoints = (tx: Writer, row: ImportRow, at: number, goes: boolean): void => {
    const action = pointsAction(tx, row.target_id)
    if (action === undefined || row.customer_id === null) return
    if (pointsSince(tx, row.customer_id, action.id) > 0) throw new ChangedSince()
    granting.takeBack(tx, action, at)
    // Whoever came with the same line goes with it, figures and all.
    if (!goes) refreshFigures(tx, row.customer_id)
  }

  return {
    /**
     * All that one line has made, or nothing of it. Throws `ChangedSince` where any of it has been touched.
     * @param rows of one line.
     */
    undoLine(tx: Writer, rows: readonly ImportRow[], begun: number, at: number): void {
      const of = (what: ImportRow['what']): ImportRow | undefined => rows.find((row) => row.what === what)
      const points = of('points')
      const customer = of('customer')
      if (points !== undefined) undoPoints(tx, points, at, customer !== undefined)
      if (customer !== undefined) undoPerson(tx, customer, begun, points !== undefined)
      const completed = of('completed')
      if (completed !== undefined) undoFilling(tx, completed, begun)
      const receipt = of('receipt')
      if (receipt !== undefined) undoReceipt(tx, receipt)
      const [first] = rows
      if (first !== undefined) settleRow(tx, first, 'undone')
    },
    keepLine(tx: Writer, rows: readonly ImportRow[]): void {
      const [first] = rows
      if (first !== undefined) settleRow(tx, first, 'kept')
    },
  }
}
export type Undoing = ReturnType<typeof createUndoing>
