import { z } from 'zod'
import { method } from './method.ts'
import { nothing, passphrase } from './values.ts'

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
  'ledger.lock': method('unlocked', nothing, nothing),
  /** Lets this PC's keychain open the ledger at start-up, or takes that away. */
  'ledger.setUnattendedStart': method('unlocked', z.strictObject({ on: z.boolean() }), nothing),
}
