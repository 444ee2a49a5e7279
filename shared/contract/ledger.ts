import { z } from 'zod'
import { lostWork } from './backup.ts'
import { method } from './method.ts'
import { epochMs, nothing, passphrase } from './values.ts'

export const ledgerMethods = {
  /** Makes ledger, keys and journal; answers the recovery code, shown once and printed or written down. */
  'ledger.create': method(
    'always',
    z.strictObject({ shopName: z.string().trim().min(1).max(60), passphrase }),
    z.strictObject({ recoveryCode: z.string() }),
  ),
  /** The owner types the code back; only then is the ledger considered made. */
  'ledger.confirmRecovery': method('always', z.strictObject({ recoveryCode: z.string().max(100) }), nothing),
  /** A shop to look around in: 300 fictitious customers, a year of receipts, a POS that sells, a printer on screen. */
  'ledger.openDemo': method('always', nothing, nothing),
  /** Leaves the demo shop and goes back to the shop's own ledger, or to the first-run guide. */
  'ledger.leaveDemo': method('always', nothing, nothing),
  'ledger.unlock': method('always', z.strictObject({ passphrase }), nothing),
  /** With the recovery code a new passphrase has to be set. */
  'ledger.unlockWithRecovery': method(
    'always',
    z.strictObject({ recoveryCode: z.string().max(100), newPassphrase: passphrase }),
    nothing,
  ),
  /** Throws `ledger.wrong-passphrase`, `ledger.weak-passphrase`. */
  'ledger.changePassphrase': method(
    'unlocked',
    z.strictObject({ passphrase, newPassphrase: passphrase }),
    nothing,
  ),
  /** A new code, shown once; the old one opens until this one was typed back. Throws `ledger.wrong-passphrase`. */
  'ledger.newRecoveryCode': method(
    'unlocked',
    z.strictObject({ passphrase }),
    z.strictObject({ recoveryCode: z.string() }),
  ),
  'ledger.takeRecoveryCode': method(
    'unlocked',
    z.strictObject({ recoveryCode: z.string().max(100) }),
    nothing,
  ),
  /**
   * A hurt ledger made whole by itself: the newest good copy that can be reached and what the journal holds since, or
   * the journal alone. What was there is kept aside.
   */
  'ledger.mend': method(
    'always',
    z.union([
      z.strictObject({ passphrase }),
      z.strictObject({ recoveryCode: z.string().min(1).max(100), newPassphrase: passphrase }),
    ]),
    z.strictObject({
      customers: z.number().int(),
      receipts: z.number().int(),
      /** Units of work that came out of the journal. */
      replayed: z.number().int(),
      /** False: a part of the journal could not be read. */
      complete: z.boolean(),
      /** What could not be written again, by what it was about. */
      lost: lostWork,
      setAside: z.string().nullable(),
      /** When the copy was made; null where the journal was enough. */
      from: epochMs.nullable(),
    }),
  ),
  'ledger.lock': method('unlocked', nothing, nothing),
  /** Lets this PC's keychain open the ledger at start-up, or takes that away. */
  'ledger.setUnattendedStart': method('unlocked', z.strictObject({ on: z.boolean() }), nothing),
}
