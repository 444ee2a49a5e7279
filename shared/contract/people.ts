import { z } from 'zod'
import { personRoles, roles } from '../roles.ts'
import { method } from './method.ts'
import { epochMs, id, name, nothing, passphrase } from './values.ts'

const role = z.enum(personRoles)
/** Four digits, typed in a second. */
const pin = z.string().regex(/^\d{4}$/)

export const doorStatus = z.strictObject({
  /** Who may be asked for; empty while nobody has a PIN, and then everything is open. */
  people: z.array(z.strictObject({ id, name: z.string(), role })),
  /** Who has said who they are; null at the open counter. */
  person: z.strictObject({ id, name: z.string() }).nullable(),
  role: z.enum(roles),
  idleMinutes: z.number().int(),
  spendLimit: z.number().int().nullable(),
})

const person = z.strictObject({
  id,
  name: z.string(),
  role,
  sinceAt: epochMs,
  endedAt: epochMs.nullable(),
})

export const peopleMethods = {
  'door.status': method('unlocked', nothing, doorStatus),
  /** Throws `door.wrong-pin`, `door.wait` {seconds}, `person.not-found`. */
  'door.enter': method('unlocked', z.strictObject({ personId: id, pin }), doorStatus),
  /** The owner forgot their PIN: the passphrase of the ledger names them. */
  'door.enterByPassphrase': method('unlocked', z.strictObject({ passphrase }), doorStatus),
  'door.leave': method('unlocked', nothing, doorStatus),
  'door.saveSettings': method(
    'unlocked',
    z.strictObject({
      idleMinutes: z.number().int().min(1).max(120),
      spendLimit: z.number().int().min(0).max(100_000_000).nullable(),
    }),
    doorStatus,
  ),
  'people.list': method('unlocked', nothing, z.array(person)),
  /** The first one has to be an owner: `person.owner-first`. Throws `person.name-taken`. */
  'people.add': method('unlocked', z.strictObject({ name, role, pin }), z.strictObject({ personId: id })),
  /** What is left out stays. Throws `person.last-owner`, `person.name-taken`, `person.not-found`. */
  'people.change': method(
    'unlocked',
    z.strictObject({
      personId: id,
      name: name.optional(),
      role: role.optional(),
      pin: pin.optional(),
      ended: z.literal(true).optional(),
    }),
    nothing,
  ),
  /** Rights given, changed and taken away, newest first. */
  'people.changes': method(
    'unlocked',
    nothing,
    z.array(
      z.strictObject({
        id,
        at: epochMs,
        person: z.string(),
        what: z.enum(['added', 'role', 'pin', 'name', 'ended']),
        before: z.string().nullable(),
        after: z.string().nullable(),
        by: z.string().nullable(),
      }),
    ),
  ),
}
