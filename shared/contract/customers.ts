import { z } from 'zod'
import { method } from './method.ts'
import { businessDate, id, memo, name, nothing, points, won } from './values.ts'

/** One line of the list that appears while typing. */
export const customerMatch = z.strictObject({
  id,
  name: z.string(),
  maskedPhone: z.string().nullable(),
  visits: z.number().int(),
  lastVisit: businessDate.nullable(),
  points,
})

/** What the counter shows of one customer. */
export const customerCard = z.strictObject({
  id,
  name: z.string(),
  maskedPhone: z.string().nullable(),
  memo: z.string(),
  joinedOn: businessDate,
  visits: z.number().int(),
  spend: won,
  /** Of a visit, rounded; 0 without one. */
  average: won,
  points,
  lastVisit: businessDate.nullable(),
  /** Days between visits lately, by the median; null under three visits. */
  rhythmDays: z.number().nullable(),
  /** Today against their own rhythm; null where there is none. */
  timing: z.enum(['early', 'usual', 'late']).nullable(),
  /** When the next visit is likely: from and to, by their own spread. */
  next: z.strictObject({ from: businessDate, to: businessDate }).nullable(),
  /** The usual day (0 = Sunday) and hour, where one stands out. */
  weekday: z.number().int().min(0).max(6).nullable(),
  hour: z.number().int().min(0).max(23).nullable(),
  /** The usual order, most usual first; recent visits weigh more. `times` are pieces, as receipts count them. */
  usual: z.array(z.strictObject({ name: z.string(), times: z.number() })),
  /** What they do or buy every few weeks or months and is due about now. */
  due: z.array(
    z.strictObject({
      name: z.string(),
      everyDays: z.number(),
      from: businessDate,
      to: businessDate,
      state: z.enum(['soon', 'now', 'late']),
    }),
  ),
  /** Said in red. */
  allergies: z.string(),
  cautions: z.string(),
  tags: z.array(z.string()),
  /** The shop's own fields that it wants to see here. */
  fields: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  marketingConsent: z.boolean(),
})

export const consentGiven = z.strictObject({
  /** Required by law to keep name and phone at all. */
  required: z.literal(true),
  /** Optional: advertising messages. Joining never hangs on it. */
  marketing: z.boolean(),
})

export const customerMethods = {
  /** Last four digits, part of a phone, name or initial consonants; at most 20, best first. */
  'customers.search': method(
    'unlocked',
    z.strictObject({ query: z.string().max(40) }),
    z.array(customerMatch),
  ),
  'customers.card': method('unlocked', z.strictObject({ customerId: id }), customerCard),
  'customers.join': method(
    'unlocked',
    z.strictObject({ name, phone: z.string().max(30), memo: memo.default(''), consent: consentGiven }),
    z.strictObject({ customerId: id }),
  ),
  /** An empty phone leaves the number as it is: screens only know it masked. */
  'customers.edit': method(
    'unlocked',
    z.strictObject({ customerId: id, name, phone: z.string().max(30), memo }),
    nothing,
  ),
  /** The wording in force that is read out or shown when joining. */
  'customers.consentWording': method(
    'unlocked',
    nothing,
    z.strictObject({ version: z.number().int(), required: z.string(), marketing: z.string() }),
  ),
}
