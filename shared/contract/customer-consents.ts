import { z } from 'zod'
import { method } from './method.ts'
import { epochMs, id, nothing } from './values.ts'

/**
 * required: to keep name and phone at all · marketing: advertising messages · night: those between 21:00 and 08:00 ·
 * details: birthday, address and the like · sensitive: health, such as allergies · sharing: points within a household.
 */
export const consentKinds = ['required', 'marketing', 'night', 'details', 'sensitive', 'sharing'] as const
export const consentKind = z.enum(consentKinds)
export const consentHow = z.enum(['counter', 'guest-screen', 'paper', 'phone', 'import'])

export const customerConsentMethods = {
  /** Every consent and withdrawal with its wording, newest first. */
  'customers.consents': method(
    'unlocked',
    z.strictObject({ customerId: id }),
    z.array(
      z.strictObject({
        id,
        kind: consentKind,
        given: z.boolean(),
        how: consentHow,
        at: epochMs,
        version: z.number().int(),
        text: z.string(),
        /** How it was given on the guest's own screen; a drawing is strokes in a field of 1000 by 400. */
        proof: z
          .strictObject({ kind: z.enum(['signature', 'check']), drawing: z.string().nullable() })
          .nullable(),
      }),
    ),
  ),
  /** One more word. Withdrawing `required` is leaving, which has its own way: `consent.leaving`. */
  'customers.consent': method(
    'unlocked',
    z.strictObject({
      customerId: id,
      kind: consentKind,
      given: z.boolean(),
      how: z.enum(['counter', 'paper', 'phone']),
    }),
    nothing,
  ),
  /** The wordings in force, one of each kind. */
  'customers.wordings': method(
    'unlocked',
    nothing,
    z.array(z.strictObject({ kind: consentKind, version: z.number().int(), text: z.string() })),
  ),
}
