import { z } from 'zod'
import { errorCodes } from '../errors.ts'
import { method } from './method.ts'
import { sheetFilter, sheetName, sheetSort } from './sheet-filter.ts'
import { id, nothing, points } from './values.ts'

/** What a column holds; each kind has its own filter, editor and look. `moment` is UTC milliseconds. */
export const columnKind = z.enum([
  'text',
  'phone',
  'number',
  'won',
  'points',
  'date',
  'moment',
  'choice',
  'tags',
  'bool',
])

const columnName = z.string().min(1).max(60)
/** A row's name within its sheet: its id, of a line `RECEIPT:POSITION`. */
const rowKey = z.string().regex(/^\d{1,16}(?::\d{1,5})?$/)

/** Yes and no come as 1 and 0, tags joined by commas, phones masked unless a reason was given. */
const cell = z.union([z.string(), z.number(), z.null()])

const column = z.strictObject({
  name: columnName,
  kind: columnKind,
  /** Null: the word list has it, as `sheet.SHEET.NAME`; text: a field of the shop's own. */
  label: z.string().nullable(),
  sortable: z.boolean(),
  filterable: z.boolean(),
  editable: z.boolean(),
  /** Of a choice; labels as with columns (`sheet.SHEET.NAME.VALUE`). */
  options: z.array(z.strictObject({ value: z.string(), label: z.string().nullable() })).nullable(),
  /** Whether it is there until the owner chooses otherwise, and how wide, px. */
  shown: z.boolean(),
  width: z.number().int(),
})

/** All rows of a filter but a few, or a few rows. */
export const sheetSelection = z.union([
  z.strictObject({ keys: z.array(rowKey).max(10_000) }),
  z.strictObject({ filter: sheetFilter, exceptKeys: z.array(rowKey).max(10_000) }),
])

const refusedCell = z.strictObject({
  key: rowKey,
  column: columnName,
  code: z.enum(errorCodes),
})

/** What a command did; those that can be undone have an id. */
const done = z.strictObject({
  commandId: id.nullable(),
  changed: z.number().int(),
  /** Rows that were touched, for the access log. */
  people: z.number().int(),
  refused: z.array(refusedCell),
})

const commandKind = z.enum(['edit', 'tag', 'points'])
const step = z.strictObject({ commandId: id, kind: commandKind, cells: z.number().int() }).nullable()

const layout = z.strictObject({
  /** In their order from left to right; what is missing stands hidden at the end. */
  columns: z
    .array(
      z.strictObject({
        name: columnName,
        shown: z.boolean(),
        pinned: z.boolean(),
        width: z.number().int().min(40).max(1200),
      }),
    )
    .max(200),
  sort: sheetSort,
  filter: sheetFilter,
})
const viewName = z.string().trim().min(1).max(40)
const reason = z.string().trim().min(2).max(200)

export const sheetMethods = {
  'sheets.describe': method('unlocked', z.strictObject({ sheet: sheetName }), z.array(column)),
  /** `list` names the order that scrolling goes on in; null begins anew. */
  'sheets.rows': method(
    'unlocked',
    z.strictObject({
      sheet: sheetName,
      filter: sheetFilter,
      sort: sheetSort,
      columns: z.array(columnName).min(1).max(200),
      from: z.number().int().min(0),
      count: z.number().int().min(1).max(500),
      list: z.number().int().nullable(),
    }),
    z.strictObject({
      rows: z.array(z.strictObject({ key: rowKey, cells: z.array(cell) })),
      total: z.number().int(),
      list: z.number().int(),
    }),
  ),
  'sheets.count': method(
    'unlocked',
    z.strictObject({ sheet: sheetName, filter: sheetFilter }),
    z.strictObject({ count: z.number().int() }),
  ),
  /** Ids of the selected rows, in no order that means anything; of the receipts in the sheet of lines. */
  'sheets.ids': method(
    'unlocked',
    z.strictObject({ sheet: sheetName, selection: sheetSelection }),
    z.strictObject({ ids: z.array(id) }),
  ),
  /** Of the columns that can be added up: sum and average, null where nothing stands. */
  'sheets.totals': method(
    'unlocked',
    z.strictObject({
      sheet: sheetName,
      selection: sheetSelection,
      columns: z.array(columnName).max(200),
    }),
    z.strictObject({
      rows: z.number().int(),
      sums: z.array(
        z.strictObject({
          column: columnName,
          filled: z.number().int(),
          sum: z.number().nullable(),
          average: z.number().nullable(),
        }),
      ),
    }),
  ),
  /**
   * One command of many cells, as they were typed or pasted. A cell that cannot take its text, or no longer holds
   * `before` (the cell as it was shown; left out where it was masked), is told; the others are changed.
   */
  'sheets.edit': method(
    'unlocked',
    z.strictObject({
      sheet: sheetName,
      cells: z
        .array(
          z.strictObject({
            key: rowKey,
            column: columnName,
            text: z.string().max(2000),
            before: cell.optional(),
          }),
        )
        .min(1)
        .max(5000),
    }),
    done,
  ),
  /** What undo and redo would do now; commands of an earlier business day stay as they are. */
  'sheets.history': method(
    'unlocked',
    z.strictObject({ sheet: sheetName }),
    z.strictObject({ undo: step, redo: step }),
  ),
  /** Cells that somebody else has changed since are told and left alone. */
  'sheets.undo': method('unlocked', z.strictObject({ sheet: sheetName }), done),
  'sheets.redo': method('unlocked', z.strictObject({ sheet: sheetName }), done),
  /** Customers only. */
  'sheets.tag': method(
    'unlocked',
    z.strictObject({
      selection: sheetSelection,
      tag: z.string().trim().min(1).max(40),
      put: z.boolean(),
    }),
    done,
  ),
  /** The same number of points to each of them, with the reason; a minus takes. */
  'sheets.givePoints': method(
    'unlocked',
    z.strictObject({
      selection: sheetSelection,
      points: points.min(-1_000_000).max(1_000_000),
      reason,
    }),
    done,
  ),
  /**
   * A file for Excel. Names and phones are masked unless there is a reason to have them whole, which is kept.
   * 100,000 rows at most.
   */
  'sheets.export': method(
    'unlocked',
    z.strictObject({
      sheet: sheetName,
      selection: sheetSelection,
      columns: z.array(columnName).min(1).max(200),
      /** What stands above them, in the language of the screen. */
      headings: z.array(z.string().max(80)).max(200),
      sort: sheetSort,
      format: z.enum(['xlsx', 'csv']),
      reason: reason.nullable(),
    }),
    z.strictObject({
      /** Where it was written. */
      path: z.string(),
      rows: z.number().int(),
      people: z.number().int(),
    }),
  ),
  /** Phones are shown whole from now on, for some minutes, and why is kept. */
  'sheets.reveal': method(
    'unlocked',
    z.strictObject({ sheet: sheetName, reason }),
    z.strictObject({ until: z.number().int() }),
  ),
  'sheets.conceal': method('unlocked', nothing, nothing),
  /** The layout as it was left, and the views that were given a name. */
  'sheets.views': method(
    'unlocked',
    z.strictObject({ sheet: sheetName }),
    z.strictObject({
      current: layout.nullable(),
      named: z.array(z.strictObject({ id, name: viewName, layout })),
    }),
  ),
  /** Without a name it is the layout that the sheet opens with; a name that is there already is replaced. */
  'sheets.saveView': method(
    'unlocked',
    z.strictObject({ sheet: sheetName, name: viewName.nullable(), layout }),
    z.strictObject({ id }),
  ),
  'sheets.removeView': method('unlocked', z.strictObject({ id }), nothing),
}
