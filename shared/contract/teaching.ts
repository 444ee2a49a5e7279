import { z } from 'zod'
import { method } from './method.ts'
import { epochMs, id, won } from './values.ts'

/** What can be pointed at on a paper. Name, quantity and amount are those of the first item. */
export const markRoles = [
  'total',
  'date',
  'name',
  'quantity',
  'amount',
  'number',
  'cancel',
  'reprint',
] as const

/** Signs `start` to before `end` of line `line` of the drawn paper. */
const mark = z.strictObject({
  what: z.enum(markRoles),
  line: z.number().int().min(0).max(5_000),
  start: z.number().int().min(0).max(1_000),
  end: z.number().int().min(0).max(1_000),
})

/** A profile as its file has it: JSON, looked into by the backend alone. */
export const profileText = z.string().min(2).max(32_000)
const layoutName = z.string().trim().min(1).max(40)

const itemRow = z.strictObject({
  name: z.string(),
  quantity: z.number(),
  unitPrice: won.nullable(),
  amount: won,
})

/** What is read of one paper. */
export const readPaperRow = z.strictObject({
  kind: z.string(),
  /** It would enter the ledger by itself. */
  counts: z.boolean(),
  issuedAt: epochMs.nullable(),
  receiptNumber: z.string().nullable(),
  total: won.nullable(),
  discount: won,
  items: z.array(itemRow),
  reprint: z.boolean(),
  problems: z.array(z.string()),
})

/**
 * `new`: enters the ledger; `changed`: stands in it and reads otherwise; `aside`: leaves the list of papers to look
 * at; `asked`: still has to be looked at.
 */
export const tryChanges = ['new', 'changed', 'aside', 'asked'] as const

const tryResult = z.strictObject({
  new: z.number().int(),
  changed: z.number().int(),
  aside: z.number().int(),
  asked: z.number().int(),
  unchanged: z.number().int(),
  /** Papers that differ from before, newest first, a hundred at most. */
  rows: z.array(
    z.strictObject({
      paperId: id,
      receivedAt: epochMs,
      change: z.enum(tryChanges),
      before: won.nullable(),
      after: won.nullable(),
      items: z.array(z.string()),
    }),
  ),
})

const layoutRow = z.strictObject({
  id,
  name: z.string(),
  notSale: z.boolean(),
  createdAt: epochMs,
  updatedAt: epochMs,
})

export const teachingMethods = {
  /** Reads the paper by what was pointed at; nothing is kept. */
  'teaching.preview': method(
    'unlocked',
    z.strictObject({
      paperId: id,
      marks: z.array(mark).max(40),
      /** Words that stand on other papers of this till, and not on this one. */
      words: z
        .array(
          z.strictObject({ what: z.enum(['cancel', 'reprint']), text: z.string().trim().min(2).max(30) }),
        )
        .max(8)
        .default([]),
      name: layoutName.optional(),
      /** Papers like this one are no sales. */
      notSale: z.boolean().default(false),
    }),
    z.strictObject({
      reading: readPaperRow,
      /** Null as long as nothing on the paper tells this layout from others. */
      profile: profileText.nullable(),
      /** Marks that say nothing: no figure, no words, an unreadable date. */
      unclear: z.array(z.enum(markRoles)),
    }),
  ),
  /** What a profile would change among the kept and the recent papers; nothing is applied. */
  'teaching.tryOn': method('unlocked', z.strictObject({ profile: profileText }), tryResult),
  /** Keeps the profile (one of the same name is replaced) and reads all kept papers again. */
  'teaching.save': method(
    'unlocked',
    z.strictObject({ profile: profileText }),
    z.strictObject({
      id,
      entered: z.number().int(),
      changed: z.number().int(),
      aside: z.number().int(),
      asked: z.number().int(),
    }),
  ),
  'teaching.list': method('unlocked', z.strictObject({}), z.array(layoutRow)),
  /** Receipts that were read by it stay. */
  'teaching.remove': method('unlocked', z.strictObject({ id }), z.strictObject({})),
  /** Writes it into the folder for files that go out; a file that is there stays. */
  'teaching.export': method('unlocked', z.strictObject({ id }), z.strictObject({ path: z.string() })),
  /** Checks a file from another shop; to be tried on and saved like one's own. */
  'teaching.import': method(
    'unlocked',
    z.strictObject({ text: z.string().max(32_000) }),
    z.strictObject({ name: z.string(), profile: profileText }),
  ),
  /** One paper written down by hand; what was read of it before is kept. */
  'teaching.correct': method(
    'unlocked',
    z.strictObject({
      paperId: id,
      fields: z.strictObject({
        kind: z.enum(['sale', 'refund']),
        issuedAt: epochMs.min(0).max(4_102_444_800_000),
        /** Whole won, without a sign. */
        total: won.min(0).max(1_000_000_000),
        items: z
          .array(
            z.strictObject({
              name: z.string().trim().min(1).max(100),
              quantity: z.number().positive().max(100_000),
              amount: won.min(-1_000_000_000).max(1_000_000_000),
            }),
          )
          .max(200),
      }),
    }),
    z.strictObject({ receiptId: id.nullable() }),
  ),
}
