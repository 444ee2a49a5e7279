import type { HandlerParts } from './handler-parts.ts'
import type { HandlersOf } from './handlers.ts'

const done = async (work: Promise<void>): Promise<Record<string, never>> => {
  await work
  return {}
}

/** The ledger as a whole; what makes or opens one means the shop's own, whatever is looked at. */
export const ledgerHandlers = (parts: HandlerParts): HandlersOf<'ledger'> => ({
  'ledger.create': async ({ shopName, passphrase }) => {
    await parts.leaveDemo()
    return { recoveryCode: await parts.own.create(shopName, passphrase) }
  },
  'ledger.confirmRecovery': ({ recoveryCode }) => done(parts.own.confirmRecovery(recoveryCode)),
  'ledger.openDemo': () => done(parts.enterDemo()),
  'ledger.leaveDemo': () => done(parts.leaveDemo()),
  'ledger.unlock': ({ passphrase }) => done(parts.own.unlock({ passphrase })),
  'ledger.unlockWithRecovery': ({ recoveryCode, newPassphrase }) =>
    done(parts.own.unlockWithRecovery(recoveryCode, newPassphrase)),
  'ledger.changePassphrase': async ({ passphrase, newPassphrase }) => {
    // Whoever found the counter open does not know it.
    await parts.site().unlock({ passphrase })
    return done(parts.site().open().ledger.keys.changePassphrase(newPassphrase))
  },
  'ledger.newRecoveryCode': async ({ passphrase }) => {
    await parts.site().unlock({ passphrase })
    return { recoveryCode: await parts.site().open().ledger.keys.newRecoveryCode() }
  },
  'ledger.takeRecoveryCode': ({ recoveryCode }) =>
    done(parts.site().open().ledger.keys.takeRecoveryCode(recoveryCode)),
  'ledger.mend': async (key) => {
    await parts.leaveDemo()
    const { customers, receipts, commits, stoppedAt, lost, setAside, from } = await parts.backup.mend(key)
    return { customers, receipts, replayed: commits, complete: stoppedAt === null, lost, setAside, from }
  },
  'ledger.lock': async () => {
    await parts.leaveDemo()
    return done(parts.own.lock())
  },
  'ledger.setUnattendedStart': ({ on }) => done(parts.site().setUnattendedStart(on)),
})
