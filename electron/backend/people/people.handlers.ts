import type { HandlersOf } from '../handlers.ts'
import type { Doors } from './doors.service.ts'
import type { People } from './people.service.ts'

export const peopleHandlers = (
  people: () => People,
  doors: () => Doors,
  /** Throws `ledger.wrong-passphrase`. */
  provePassphrase: (passphrase: string) => Promise<void>,
): HandlersOf<'people'> & HandlersOf<'door'> => ({
  'door.status': () => doors().status(),
  'door.enter': ({ personId, pin }) => doors().enter(personId, pin),
  'door.enterByPassphrase': async ({ passphrase }) => {
    await provePassphrase(passphrase)
    return doors().enterAsOwner()
  },
  'door.leave': () => doors().leave(),
  'door.saveSettings': (settings) => doors().saveSettings(settings),
  'people.list': () => people().list(),
  'people.add': async (person) => {
    const first = people()
      .list()
      .every(({ endedAt }) => endedAt !== null)
    const personId = await people().add(person, doors().person())
    // Whoever has just made the first PIN need not type it again.
    if (first) doors().enterAsOwner()
    return { personId }
  },
  'people.change': async (change) => {
    await people().change(change, doors().person())
    return {}
  },
  'people.changes': () => people().changes(),
})
