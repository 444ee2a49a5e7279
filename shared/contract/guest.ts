import { z } from 'zod'
import { consentKind } from './customer-consents.ts'
import { method } from './method.ts'
import { businessDate, id, name, nothing, points, won } from './values.ts'

const digits = z.string().regex(/^\d{0,11}$/)

/**
 * A signature as strokes in a field of 1000 × 400: `M` begins one, `L` goes on. Text of figures alone, so that nothing
 * that came from a screen is ever decoded as a picture.
 */
export const drawing = z
  .string()
  .max(24_000)
  .regex(/^(?:M\d{1,3} [0-3]?\d{1,2}(?:L\d{1,3} [0-3]?\d{1,2})*)+$/)
  .refine((path) => path.includes('L'))

/** What a guest may see of themselves. Masked, and without ids. */
const guestCard = z.strictObject({
  /** Empty while nobody has written it. */
  name: z.string(),
  phone: z.string().nullable(),
  points,
  /** By a receipt that has just come; null otherwise. */
  earned: points.nullable(),
  joined: z.boolean(),
  tier: z.string().nullable(),
  next: z
    .strictObject({ tier: z.string(), missing: z.number().int(), measure: z.enum(['spend', 'visits']) })
    .nullable(),
  stamps: z.array(
    z.strictObject({
      name: z.string(),
      length: z.number().int(),
      stamps: z.number().int(),
      reward: z.string().nullable(),
    }),
  ),
  coupons: z.array(
    z.strictObject({
      name: z.string(),
      benefit: z.enum(['amount', 'percent', 'item']),
      value: z.number().int(),
      leastSpend: won,
      until: businessDate.nullable(),
    }),
  ),
})

const joinStep = z.enum(['name', 'consent', 'sign'])

/** After so many ms the shop's picture comes back; null: it stays. */
const restInMs = z.number().int().nullable()

/**
 * What the guest's own screen shows. `rest`: the shop's picture · `pad`: somebody types · `asked`: four digits, staff look
 * · `card` · `new`: a whole number that nobody has · `join` · `wait`: too many wrong numbers · `helped`: staff took over ·
 * `thanks`: points came, after the card was gone.
 */
export const guestView = z.discriminatedUnion('at', [
  z.strictObject({
    at: z.literal('rest'),
    restInMs,
    /** False while the ledger is closed: there is only the picture. */
    ready: z.boolean(),
    shop: z.string().nullable(),
    notice: z.string(),
    /** Another figure: ask for the picture again; 0: there is none. */
    picture: z.number().int(),
  }),
  z.strictObject({
    at: z.literal('pad'),
    restInMs,
    typed: digits,
    problem: z.enum(['short', 'misfit']).nullable(),
  }),
  z.strictObject({ at: z.literal('asked'), restInMs }),
  z.strictObject({ at: z.literal('card'), restInMs, card: guestCard }),
  z.strictObject({ at: z.literal('new'), restInMs, phone: digits }),
  z.strictObject({
    at: z.literal('join'),
    restInMs,
    phone: digits,
    step: joinStep,
    /** Whether a signature is drawn or a tick is enough. */
    sign: z.enum(['draw', 'check']),
    shop: z.string(),
    shopPhone: z.string().nullable(),
    wordings: z.array(z.strictObject({ kind: consentKind, version: z.number().int(), text: z.string() })),
  }),
  z.strictObject({ at: z.literal('wait'), restInMs, seconds: z.number().int() }),
  z.strictObject({ at: z.literal('helped'), restInMs }),
  z.strictObject({ at: z.literal('thanks'), restInMs, earned: points }),
])

/** What staff see of it, as it happens. */
export const guestWatch = z.strictObject({
  at: z.enum(['rest', 'pad', 'asked', 'card', 'new', 'join', 'wait', 'helped', 'thanks']),
  typed: digits,
  step: joinStep.nullable(),
  /** Who it is, once they said so. */
  customerId: id.nullable(),
  /** Counts the guests who said who they are: another figure is another guest. */
  guest: z.number().int(),
  /** Joined without a name, which staff write; null: nobody. */
  unnamed: id.nullable(),
})

/** Where the window stands: what main needs. */
export const guestPlace = z.strictObject({
  on: z.boolean(),
  /** Chosen by the owner; null: any that is not the counter's. */
  display: z
    .strictObject({ id: z.number().int(), width: z.number().int(), height: z.number().int() })
    .nullable(),
  /** What to do while there is one display only. */
  alone: z.enum(['none', 'window', 'full']),
})

const guestOptions = guestPlace.extend({
  /** How long a card stays. */
  restSeconds: z.number().int().min(10).max(120),
  sign: z.enum(['draw', 'check']),
  notice: z.string().max(120),
  /** Gone when the day is over. */
  noticeToday: z.boolean(),
})

export const guestMethods = {
  'guest.screen': method('always', nothing, guestView),
  /** The shop's own picture as `data:`; null where there is none. */
  'guest.picture': method('always', nothing, z.strictObject({ picture: z.string().nullable() })),
  /** What stands on the pad now: staff see it. */
  'guest.type': method('unlocked', z.strictObject({ digits }), guestView),
  /** The number is whole, or four digits. */
  'guest.enter': method('unlocked', nothing, guestView),
  /** Goes on with joining, or back in it. */
  'guest.step': method('unlocked', z.strictObject({ step: joinStep }), guestView),
  /**
   * Joins with the number that was typed. Throws `guest.not-joining`, `guest.wording-changed`, `guest.too-many`,
   * `customer.phone-taken`.
   */
  'guest.join': method(
    'unlocked',
    z
      .strictObject({
        /** Null: staff write it. */
        name: name.nullable(),
        /** The wordings that were on the screen. */
        versions: z.strictObject({
          required: z.number().int(),
          marketing: z.number().int(),
          night: z.number().int(),
        }),
        /** Fourteen or older. */
        ofAge: z.literal(true),
        required: z.literal(true),
        marketing: z.boolean(),
        night: z.boolean(),
        /** Null: a tick is the proof. */
        drawing: drawing.nullable(),
      })
      .refine((join) => join.marketing || !join.night, { path: ['night'] }),
    guestView,
  ),
  /** Somebody is still reading. */
  'guest.stay': method('unlocked', nothing, guestView),
  /** Done: back to the picture. */
  'guest.leave': method('unlocked', nothing, guestView),

  'guest.watch': method('always', nothing, guestWatch),
  /** Staff go on with what the guest began. */
  'guest.takeOver': method(
    'unlocked',
    nothing,
    z.strictObject({ customerId: id.nullable(), typed: digits, joining: z.boolean() }),
  ),
  /** The picture, at once. */
  'guest.close': method('unlocked', nothing, nothing),
  /** Shows a customer, whom staff have made sure of, their own card. Throws `customer.not-found`. */
  'guest.show': method('unlocked', z.strictObject({ customerId: id }), nothing),
  /** The name of who has just joined without one. Throws `customer.not-found`. */
  'guest.name': method('unlocked', z.strictObject({ customerId: id, name }), nothing),

  'guest.settings': method('unlocked', nothing, guestOptions.extend({ hasPicture: z.boolean() })),
  'guest.saveSettings': method('unlocked', guestOptions, nothing),
  /** JPEG, PNG or WebP as `data:`, up to 1 MB; null takes it away. Throws `guest.bad-picture`. */
  'guest.savePicture': method(
    'unlocked',
    z.strictObject({ picture: z.string().max(1_400_000).nullable() }),
    nothing,
  ),
  /** Main's own: the displays of this PC, and where the window stands now. */
  'guest.displays': method(
    'unlocked',
    nothing,
    z.strictObject({
      displays: z.array(
        z.strictObject({
          id: z.number().int(),
          name: z.string(),
          width: z.number().int(),
          height: z.number().int(),
          /** The counter's window is on it. */
          own: z.boolean(),
          /** The guest's window is on it. */
          guest: z.boolean(),
        }),
      ),
    }),
  ),
}
