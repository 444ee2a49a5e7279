import type { MethodName } from '#shared/contract/names.ts'

/**
 * Deeds that take a while, begun by one button: the second press of a double click comes before the button is drawn as
 * busy, and would print a second slip, be refused as "already running", or count as a second wrong passphrase.
 */
const deeds: ReadonlySet<MethodName> = new Set<MethodName>([
  'backup.run',
  'backup.restore',
  'backup.verify',
  'backup.printProof',
  'ledger.create',
  'ledger.mend',
  'ledger.unlock',
  'ledger.unlockWithRecovery',
  'ledger.changePassphrase',
  'ledger.newRecoveryCode',
  'door.enterByPassphrase',
  'openExport.run',
  'people.add',
  'people.change',
])

/**
 * Answers for a function that lets each deed go on once: who asks for the very same while it does gets the same answer.
 * @example
 * const once = pressedOnce()
 * once('backup.run', { target }, () => ask('backup.run', { target }))
 */
export const pressedOnce = () => {
  const going = new Map<string, Promise<unknown>>()
  return (name: MethodName, input: unknown, begin: () => Promise<unknown>): Promise<unknown> => {
    if (!deeds.has(name)) return begin()
    const key = `${name} ${JSON.stringify(input)}`
    const same = going.get(key)
    if (same !== undefined) return same
    const begun = begin().finally(() => going.delete(key))
    going.set(key, begun)
    return begun
  }
}
