import { z } from 'zod'
import { stockIds } from '../labels/stock.ts'
import { method } from './method.ts'
import { sheetSelection } from './sheets.ts'
import { businessDate, epochMs, id, nothing, won } from './values.ts'

const reason = z.string().trim().min(2).max(200)
const what = z.enum(['cards', 'addresses'])
export const labelStock = z.enum(stockIds)

/** Sheets of more people than this are asked for in parts. */
export const mostLabels = 5_000

const labelPerson = z.strictObject({
  customerId: id,
  name: z.string(),
  address: z.string(),
  /** Of the card that counts; made where there was none. Empty for addresses. */
  code: z.string(),
})

const labelPeople = z.strictObject({
  rows: z.array(labelPerson),
  /** For the access log: how many people's data was read. */
  people: z.number().int().nonnegative(),
  /** Left out because there is no address. */
  without: z.number().int().nonnegative(),
})

/** How sheets of one kind are used: where the begun one goes on, and how far this printer draws from where it should. */
const sheetState = z.strictObject({
  stock: labelStock,
  /** First free place, from 0. */
  next: z.number().int().min(0).max(199),
  /** Tenths of a millimetre, to the right and down. */
  shiftX: z.number().int().min(-150).max(150),
  shiftY: z.number().int().min(-150).max(150),
})

const listPerson = z.strictObject({
  customerId: id,
  name: z.string(),
  /** The last digits, or the whole number where a reason was given. */
  maskedPhone: z.string().nullable(),
})

const dayList = z.strictObject({
  date: businessDate,
  visitors: z.array(
    listPerson.extend({ lastAt: epochMs, net: won, visits: z.number().int(), isNew: z.boolean() }),
  ),
  /** Today's and the next day's. */
  birthdays: z.array(listPerson.extend({ on: businessDate, lunar: z.boolean() })),
  /** Who should have come by their own rhythm; who spends most first. */
  toCall: z.array(
    listPerson.extend({ lastVisit: businessDate, rhythmDays: z.number(), visits: z.number().int() }),
  ),
  /** How many more of these there are than stand in the list. */
  toCallLeft: z.number().int().nonnegative(),
  people: z.number().int().nonnegative(),
})

/** Cards, address labels and the day's list for an ordinary printer; drawn in the window, printed by main. */
export const labelMethods = {
  /**
   * What stands on the labels of the selected customers. Whoever gets a card and has none gets a code of the shop's own.
   * Why is kept, for names leave the shop. Throws `sheet.too-many`.
   */
  'labels.people': method(
    'unlocked',
    z.strictObject({ what, selection: sheetSelection, reason }),
    labelPeople,
  ),
  /** The same of one person, who stands at the counter. Throws `customer.not-found`. */
  'labels.person': method('unlocked', z.strictObject({ what, customerId: id }), labelPeople),
  /** Null is today's business day. Phones by their last digits. */
  'labels.day': method('unlocked', z.strictObject({ date: businessDate.nullable() }), dayList),
  /** The same with whole numbers, to call people; why is kept. */
  'labels.dayWhole': method('unlocked', z.strictObject({ date: businessDate.nullable(), reason }), dayList),
  'labels.sheets': method('unlocked', nothing, z.array(sheetState)),
  'labels.saveSheet': method('unlocked', sheetState, nothing),
  /**
   * The system's own dialog for what the window shows; main answers. False when it was closed without printing.
   * Throws `labels.cannot-print`.
   */
  'labels.print': method('unlocked', nothing, z.strictObject({ printed: z.boolean() })),
}
