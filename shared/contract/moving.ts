import { z } from 'zod'
import { moveKinds, personFields, refusals, remarks, saleFields } from '../moving.ts'
import { problem } from './app.ts'
import { method } from './method.ts'
import { epochMs, id, nothing } from './values.ts'

/** Bytes; more than any list of a shop. */
export const largestMove = 48 * 1024 * 1024
/** Bytes of one part of a file; base64 takes a third more. */
export const movePart = 768 * 1024

const moveKind = z.enum(moveKinds)

/** What a column means: one of the list's own, or a field of the shop's own by its id. */
const moveField = z.union([
  z.enum([...new Set([...personFields, ...saleFields])]),
  z.templateLiteral(['own:', z.number().int().positive()]),
])

/** What is wrong with a row; the first of them keep it out, the others are only said. */
const moveProblem = z.enum([...refusals, ...remarks])

const count = z.number().int().nonnegative()

export const moveLook = z.strictObject({
  sheets: z.array(z.strictObject({ name: z.string(), rows: count })),
  sheet: count,
  kind: moveKind,
  /** From 0; -1: the list begins at once. */
  headerRow: z.number().int().min(-1),
  headings: z.array(z.string()),
  columns: z.array(moveField.nullable()),
  /** Fields of the shop's own that a column may become. */
  own: z.array(z.strictObject({ id, name: z.string() })),
  sample: z.array(z.array(z.string())),
})

/** What would happen, before anything does. */
export const moveCheck = z.strictObject({
  kind: moveKind,
  /** Rows with something in them. */
  rows: count,
  /** New customers, or sales. */
  fresh: count,
  /** Customers who are there and would get what is missing. */
  completed: count,
  /** There already, left as they are. */
  known: count,
  refused: count,
  points: count,
  /** Whole won of the sales, less refunds. */
  sum: z.number().int(),
  /** Sales whose customer is known. */
  attached: count,
  /** How many rows have each problem. */
  problems: z.array(z.strictObject({ problem: moveProblem, refuses: z.boolean(), rows: count })),
  /** When this very file was brought in before. */
  broughtInAt: epochMs.nullable(),
})

export const importRun = z.strictObject({
  id,
  kind: moveKind,
  fileName: z.string(),
  state: z.enum(['running', 'done', 'stopped', 'undone']),
  rows: count,
  added: count,
  completed: count,
  receipts: count,
  points: count,
  refused: count,
  known: count,
  begunAt: epochMs,
  undoneAt: epochMs.nullable(),
  kept: count,
})

export const moveState = z.strictObject({
  step: z.enum(['idle', 'reading', 'mapping', 'checking', 'checked', 'writing', 'done', 'undoing']),
  fileName: z.string().nullable(),
  progress: z.strictObject({ done: count, total: count, secondsLeft: count.nullable() }).nullable(),
  look: moveLook.nullable(),
  check: moveCheck.nullable(),
  /** The run that is being written, has just been, or is being undone. */
  run: importRun.nullable(),
  /** Why the last step came to nothing. */
  trouble: problem.nullable(),
})

export const moveProblemRow = z.strictObject({
  /** As the spreadsheet numbers it. */
  line: z.number().int().positive(),
  cells: z.array(z.string()),
  problems: z.array(moveProblem),
})

/** Bringing customers, points and past sales along from another program, one file at a time. */
export const movingMethods = {
  'moving.state': method('unlocked', nothing, moveState),
  /** Begins anew; what was being prepared is forgotten. */
  'moving.begin': method(
    'unlocked',
    z.strictObject({ name: z.string().min(1).max(255), size: z.number().int().min(0).max(largestMove) }),
    nothing,
  ),
  /** Part by part, in order; the last one begins the reading. */
  'moving.part': method(
    'unlocked',
    z.strictObject({ base64: z.string().max(Math.ceil(movePart / 3) * 4) }),
    z.strictObject({ received: count }),
  ),
  /** Looks at another sheet, as another kind, or with its headings elsewhere. */
  'moving.look': method(
    'unlocked',
    z.strictObject({
      sheet: count.max(500),
      kind: moveKind.nullable(),
      headerRow: z.number().int().min(-1).max(1_000).nullable(),
    }),
    moveLook,
  ),
  /** The dry run: nothing is written. */
  'moving.check': method(
    'unlocked',
    z.strictObject({
      columns: z.array(moveField.nullable()).max(200),
      /** What becomes of customers who are there already. */
      existing: z.enum(['skip', 'complete']),
    }),
    nothing,
  ),
  'moving.problems': method(
    'unlocked',
    z.strictObject({ from: count, count: z.number().int().min(1).max(200), problem: moveProblem.nullable() }),
    z.strictObject({ total: count, rows: z.array(moveProblemRow) }),
  ),
  /** @param agreed the shop has these people's consent, in writing or recorded. */
  'moving.run': method('unlocked', z.strictObject({ agreed: z.literal(true) }), nothing),
  /** Stops reading, checking or writing; what was written stays until it is undone. */
  'moving.cancel': method('unlocked', nothing, nothing),
  /** Forgets the file. */
  'moving.leave': method('unlocked', nothing, nothing),
  /** Rows that were refused, as a workbook with the reason in its first column. */
  'moving.refused': method(
    'unlocked',
    z.strictObject({ language: z.enum(['ko', 'en']) }),
    z.strictObject({ path: z.string(), rows: count }),
  ),
  'moving.runs': method('unlocked', nothing, z.array(importRun)),
  'moving.undo': method('unlocked', z.strictObject({ runId: id }), nothing),
}
