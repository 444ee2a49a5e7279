import { z } from 'zod'
import { errorCodes } from '../errors.ts'
import { method } from './method.ts'
import { nothing, shortText } from './values.ts'

/**
 * `none`: no ledger yet, the first-run guide. `unconfirmed`: made, but the recovery code was not typed back.
 * `locked`: POS is captured, nothing can be read. `open`: the counter works.
 * `hurt`: the ledger cannot be opened as it is; `problem` says why.
 */
export const phase = z.enum(['none', 'unconfirmed', 'locked', 'open', 'hurt'])
export const problem = z.strictObject({
  code: z.enum(errorCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** `journal-large`: two backups would let its older parts go. `disk-low`: it is time to make room. */
export const diskRoom = z.enum(['fine', 'journal-large', 'disk-low'])

export const appStatus = z.strictObject({
  phase,
  version: z.string(),
  shopName: z.string().nullable(),
  demo: z.boolean(),
  problem: problem.nullable(),
  /** Captures sealed in the journal and not read yet (because the ledger is locked). */
  waitingCaptures: z.number().int().nonnegative(),
  /** The ledger folder, to be shown to the owner. */
  dataFolder: z.string(),
  /** True when a system keychain opens the ledger by itself at the counter. */
  unattendedStart: z.boolean(),
  /**
   * The last backup and whether it was read back; null while none was made. Filled by the backup feature.
   */
  lastBackup: z.strictObject({ at: z.number().int(), proven: z.boolean() }).nullable(),
  /**
   * While a large ledger of an earlier version is brought forward: making the copy to go back to, the steps, the look
   * through what came of it. Otherwise null.
   */
  updating: z.enum(['copy', 'steps', 'check']).nullable(),
  /** Units of work written again at this start because the ledger's WAL file was gone. */
  rewritten: z.number().int().nonnegative(),
  /** Whether the ledger's disk has room for what is still to come. */
  room: diskRoom,
  /** The PC's date is later, or earlier, than what the tills print; null where they agree. */
  clock: z.enum(['ahead', 'behind']).nullable(),
})

export const appMethods = {
  'app.status': method('always', nothing, appStatus),
  /** A window copied something: main takes it out of the clipboard after half a minute. */
  'app.copied': method('always', nothing, nothing),
  /** Whether the program starts with the PC; null only asks, and answers null where it cannot be set. Main's own. */
  'app.startsWithPc': method(
    'always',
    z.strictObject({ on: z.boolean().nullable() }),
    z.strictObject({ on: z.boolean().nullable() }),
  ),
  /** The system's dialog for a folder; null where nothing was chosen. Main's own. */
  'app.chooseFolder': method('always', nothing, z.strictObject({ path: z.string().nullable() })),
  'shop.get': method(
    'unlocked',
    nothing,
    z.strictObject({
      name: z.string(),
      businessNumber: z.string().nullable(),
      phone: z.string().nullable(),
      address: z.string().nullable(),
      closesAtHour: z.number().int().min(0).max(12),
      /** As the rule in force has it, which may have been made elsewhere. */
      pointsRateBp: z.number().int().min(0),
      footer: z.string(),
      qr: z.string(),
    }),
  ),
  'shop.save': method(
    'unlocked',
    z.strictObject({
      name: z.string().trim().min(1).max(60),
      businessNumber: z
        .string()
        .regex(/^\d{10}$/)
        .nullable(),
      phone: z.string().max(20).nullable(),
      address: shortText.nullable(),
      closesAtHour: z.number().int().min(0).max(12),
      pointsRateBp: z.number().int().min(0).max(10_000),
      footer: z.string().max(200),
      /** ASCII only: what the slip's QR code leads to; empty for none. */
      qr: z
        .string()
        .max(200)
        .regex(/^[\x20-\x7e]*$/),
    }),
    nothing,
  ),
}
