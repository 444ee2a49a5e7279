import { z } from 'zod'
import { consentKind } from './customer-consents.ts'
import { method } from './method.ts'
import { businessDate, epochMs, id, memo, name, nothing, points, shortText, won } from './values.ts'

const line = z.string().trim().max(200)
const phoneText = z.string().max(30)
export const calendar = z.enum(['solar', 'lunar'])

/** A day that comes every year; the year it began is often not told. */
export const yearDay = z.strictObject({
  calendar,
  year: z.number().int().min(1890).max(2100).nullable(),
  month: z.number().int().min(1).max(12),
  day: z.number().int().min(1).max(31),
  /** In a leap month (윤달); lunar only. */
  leap: z.boolean(),
})

export const gender = z.enum(['female', 'male', 'other'])
export const fieldKind = z.enum(['text', 'number', 'date', 'choice'])

/** A field of the shop's own: "얼음", 모발, 치수. */
export const customerField = z.strictObject({
  id,
  name,
  kind: fieldKind,
  choices: z.array(shortText),
  atCounter: z.boolean(),
  putAway: z.boolean(),
})

const range = z.strictObject({ from: businessDate, to: businessDate })

const habits = z.strictObject({
  average: won,
  firstVisit: businessDate.nullable(),
  lastVisit: businessDate.nullable(),
  weekday: z.number().int().nullable(),
  hour: z.number().int().nullable(),
  rhythm: z.strictObject({ days: z.number(), low: z.number(), high: z.number() }).nullable(),
  next: range.nullable(),
  usual: z.array(z.strictObject({ name: z.string(), times: z.number() })),
})

export const householdKind = z.enum(['family', 'company'])

/** Everything that is kept of one person. Phones are masked for whoever may not see them whole. */
export const customerPage = z.strictObject({
  id,
  name: z.string(),
  phone: z.string().nullable(),
  morePhones: z.array(z.strictObject({ phone: z.string(), label: z.string() })),
  phonesMasked: z.boolean(),
  memo: z.string(),
  joinedOn: businessDate,
  /** When they left; null for a customer. */
  leftAt: epochMs.nullable(),
  birthday: yearDay.nullable(),
  /** The next time it is kept, in our calendar. */
  nextBirthday: businessDate.nullable(),
  gender: gender.nullable(),
  address: z.string(),
  foundBy: z.string(),
  allergies: z.string(),
  cautions: z.string(),
  tags: z.array(z.string()),
  days: z.array(z.strictObject({ id, name: z.string(), when: yearDay, next: businessDate.nullable() })),
  cards: z.array(z.strictObject({ code: z.string(), issuedAt: epochMs, endedAt: epochMs.nullable() })),
  fields: z.array(
    customerField.extend({ value: z.string().describe('Numbers and dates as text; empty for none.') }),
  ),
  visits: z.number().int(),
  spend: won,
  points,
  habits,
  /** The last word on each kind; null where it was never asked. */
  consents: z.array(
    z.strictObject({ kind: consentKind, given: z.boolean().nullable(), at: epochMs.nullable() }),
  ),
  household: z
    .strictObject({
      id,
      kind: householdKind,
      name: z.string(),
      members: z.array(
        z.strictObject({
          customerId: id,
          name: z.string(),
          maskedPhone: z.string().nullable(),
          points,
          /** When they agreed that points may be shared. */
          agreedAt: epochMs.nullable(),
        }),
      ),
    })
    .nullable(),
  /** Entries of the same person that were joined to this one and can be taken apart again. */
  merges: z.array(z.strictObject({ id, name: z.string(), at: epochMs })),
})

/** One thing that happened, newest first. */
export const timelineItem = z.strictObject({
  /** Unique within the list. */
  key: z.string(),
  kind: z.enum(['sale', 'refund', 'points', 'coupon', 'prepaid', 'note', 'consent', 'joined', 'merged']),
  at: epochMs,
  /** Receipts: their id, and the id of the sale that a refund gives back. Notes: their id. */
  id: id.nullable(),
  /** Items of a receipt, the words of a note, the name of a coupon, of who was joined. */
  text: z.string(),
  won: won.nullable(),
  points: points.nullable(),
  /** Points: what for; consents: which; coupons: given, used or withdrawn; prepaid: its entry. */
  what: z.string(),
  given: z.boolean().nullable(),
})

const kept = z.strictObject({ customerId: id })

export const customerPageMethods = {
  /** Throws `customer.not-found`. */
  'customers.page': method('unlocked', kept, customerPage),
  /** What is older than `before`; at most 50, newest first. */
  'customers.timeline': method(
    'unlocked',
    kept.extend({
      before: epochMs.nullable(),
      kinds: z.array(timelineItem.shape.kind).max(9).default([]),
    }),
    z.strictObject({ items: z.array(timelineItem), more: z.boolean() }),
  ),
  /**
   * Changes what is given, and nothing else. Tags are the whole list; unknown ones are made. Fields by their id; an
   * empty value takes it away. A phone of '' takes the main number away.
   */
  'customers.change': method(
    'unlocked',
    kept.extend({
      change: z.strictObject({
        name: name.optional(),
        phone: phoneText.optional(),
        memo: memo.optional(),
        birthday: yearDay.nullable().optional(),
        gender: gender.nullable().optional(),
        address: line.optional(),
        foundBy: line.optional(),
        allergies: line.optional(),
        cautions: line.optional(),
        tags: z.array(name).max(50).optional(),
        fields: z
          .array(z.strictObject({ fieldId: id, value: line }))
          .max(100)
          .optional(),
      }),
    }),
    nothing,
  ),
  /** `main` makes a further number the one that is called, and the one before a further one. */
  'customers.phones': method(
    'unlocked',
    kept.extend({
      what: z.enum(['add', 'remove', 'main']),
      phone: phoneText,
      label: z.string().trim().max(20).default(''),
    }),
    nothing,
  ),
  'customers.days': method(
    'unlocked',
    kept.extend({
      add: z.strictObject({ name, when: yearDay }).nullable(),
      remove: id.nullable(),
    }),
    nothing,
  ),
  /** A card's code; without one a new code is made. An ended card never belongs to anybody again. */
  'customers.cards': method(
    'unlocked',
    kept.extend({ what: z.enum(['issue', 'end']), code: z.string().trim().max(40) }),
    z.strictObject({ code: z.string() }),
  ),
  'customers.notes': method(
    'unlocked',
    kept.extend({ add: z.string().trim().max(1000).nullable(), remove: id.nullable() }),
    nothing,
  ),
  'customers.fields': method('unlocked', nothing, z.array(customerField)),
  /** Without an id a new field. Its kind stays; choices that somebody has cannot be taken away. */
  'customers.saveField': method(
    'unlocked',
    z.strictObject({
      id: id.nullable(),
      name,
      kind: fieldKind,
      choices: z.array(name).max(50),
      atCounter: z.boolean(),
      putAway: z.boolean(),
      /** From 0; those from there on move down. */
      position: z.number().int().min(0).max(200),
    }),
    z.strictObject({ id }),
  ),
  'customers.tags': method(
    'unlocked',
    nothing,
    z.array(z.strictObject({ id, name: z.string(), people: z.number().int() })),
  ),
  /** A new name, or null to take the tag from everybody. The name of another tag joins the two. */
  'customers.saveTag': method('unlocked', z.strictObject({ id, name: name.nullable() }), nothing),
  /** With points and figures of both, by entries. Null: nobody's. Throws `receipt.not-found`, `customer.not-found`. */
  'customers.moveReceipt': method(
    'unlocked',
    z.strictObject({ receiptId: id, customerId: id.nullable() }),
    nothing,
  ),
  /** Joins the household of the other, or begins one with them. */
  'customers.household': method(
    'unlocked',
    kept.extend({
      what: z.discriminatedUnion('is', [
        z.strictObject({ is: z.literal('join'), withCustomerId: id, kind: householdKind }),
        z.strictObject({ is: z.literal('name'), name: z.string().trim().max(40) }),
        z.strictObject({
          is: z.literal('agree'),
          agreed: z.boolean(),
          how: z.enum(['counter', 'paper', 'phone']),
        }),
        z.strictObject({ is: z.literal('leave') }),
      ]),
    }),
    nothing,
  ),
}
