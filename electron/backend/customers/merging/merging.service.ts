import { DangolError } from '#shared/errors.ts'
import { receiptsChange } from '../../analytics/shares.service.ts'
import type { Loyalty } from '../../loyalty/loyalty.service.ts'
import type { Writer } from '../../platform/db/statements.ts'
import type { Ids } from '../../platform/ids.ts'
import { refundsOf } from '../../receipts/facts.service.ts'
import { findCustomer } from '../customers.repo.ts'
import { beginFigures } from '../figures/figures.repo.ts'
import { refreshFigures } from '../figures/refreshing.service.ts'
import { changeDetail } from '../person/detail.repo.ts'
import { copiesFor } from './copies.service.ts'
import { joinedCustomer, joinedDetail } from './joined.ts'
import {
  addMerge,
  endMerge,
  findMerge,
  giveBack,
  keepWaiting,
  moveAll,
  movedRows,
  ownRows,
  type Remembered,
  remember,
} from './merge.repo.ts'

import {
  type PersonalTable,
  personalTables,
  removeRow,
  rowLike,
  rowsOf,
  setColumns,
} from './personal-rows.repo.ts'
import { putApart, readRemembered } from './taking-apart.service.ts'

/** Two entries of one person become one, and can become two again. Inside the caller's unit of work. */
export interface CustomerMerging {
  /**
   * All that `gone` has becomes `kept`'s: receipts, points, stamps, coupons, consents, notes, numbers, cards, tags.
   * @returns the merge, to be undone by. Throws `customer.not-found`, `customer.same`.
   */
  merge(tx: Writer, kept: number, gone: number, at: number): number
  /**
   * What was `gone`'s goes back to where it was; what came or was changed since stays. @returns the id that is back.
   * Throws `customer.merge-not-found` where there is no such merge, or one of the two is gone for good.
   */
  unmerge(tx: Writer, mergeId: number, at: number): number
}

const names = Object.keys(personalTables) as PersonalTable[]
/** What changes hands as it is. */
const handed = ['consent', 'customer_note', 'slip'] as const

export const createMerging = (ids: Ids, loyalty: Pick<Loyalty, 'merge' | 'unmerge'>): CustomerMerging => ({
  merge(tx, kept, gone, at) {
    if (kept === gone) throw new DangolError('customer.same')
    for (const id of [kept, gone])
      if (findCustomer(tx, id) === undefined) throw new DangolError('customer.not-found')
    const id = ids.next(at)
    addMerge(tx, { id, kept_id: kept, gone_id: gone, at, undone_at: null })
    changeDetail(tx, kept, {})
    const goneRows = names.flatMap((table) =>
      rowsOf(tx, table, gone).map((row): Remembered => ({ part: 'gone', table, row })),
    )
    receiptsChange(tx, ownRows(tx, 'receipt', gone), () => moveAll(tx, id, 'receipt', gone, kept))
    for (const table of handed) moveAll(tx, id, table, gone, kept)
    keepWaiting(tx, gone, kept)
    loyalty.merge(tx, gone, kept, id, at)
    const [goneCustomer] = rowsOf(tx, 'customer', gone)
    if (goneCustomer !== undefined) removeRow(tx, 'customer', goneCustomer)
    const changes = joinRows(tx, kept, goneRows)
    const added = copiesFor(tx, ids, kept, goneRows, at)
    remember(tx, id, [...goneRows, ...changes, ...added])
    refreshFigures(tx, kept)
    return id
  },
  unmerge(tx, mergeId, at) {
    const merge = findMerge(tx, mergeId)
    if (merge === undefined || merge.undone_at !== null) throw new DangolError('customer.merge-not-found')
    const { kept_id: kept, gone_id: gone } = merge
    const rows = readRemembered(tx, mergeId)
    if (findCustomer(tx, kept) === undefined || rows.length === 0)
      throw new DangolError('customer.merge-not-found')
    putApart(tx, rows)
    beginFigures(tx, gone)
    const moved = movedRows(tx, mergeId, 'receipt')
    // Refunds that came since belong to their sales.
    const receipts = [...new Set([...moved, ...moved.flatMap((sale) => refundsOf(tx, sale))])]
    receiptsChange(tx, receipts, () => {
      for (const receipt of receipts) giveBack(tx, 'receipt', receipt, kept, gone)
    })
    for (const table of handed)
      for (const row of movedRows(tx, mergeId, table)) giveBack(tx, table, row, kept, gone)
    loyalty.unmerge(tx, gone, kept, mergeId, at)
    endMerge(tx, mergeId, at)
    for (const id of [kept, gone]) refreshFigures(tx, id)
    return gone
  },
})

/** Fills in what was missing of the one that stays. @returns its rows before and after. */
const joinRows = (tx: Writer, kept: number, goneRows: readonly Remembered[]): Remembered[] =>
  (['customer', 'customer_detail'] as const).flatMap((table): Remembered[] => {
    const other = goneRows.find((one) => one.table === table)?.row
    const [before] = rowsOf(tx, table, kept)
    if (other === undefined || before === undefined) return []
    const change = table === 'customer' ? joinedCustomer(before, other) : joinedDetail(before, other)
    setColumns(tx, table, before, change)
    const after = rowLike(tx, table, before) ?? before
    return [
      { part: 'before', table, row: before },
      { part: 'after', table, row: after },
    ]
  })
