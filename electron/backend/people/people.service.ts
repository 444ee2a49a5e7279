import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import { DangolError } from '#shared/errors.ts'
import { dayReached } from '../loyalty/day.service.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork, Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import {
  addChange,
  addPerson,
  changePerson,
  dropChangesBefore,
  findPerson,
  listChanges,
  listPeople,
  type Person,
  type PersonChange,
} from './people.repo.ts'
import { hashPin } from './pin.ts'
import { rightsMayGoBefore } from './rights-kept.ts'

export interface People {
  list(): CallOutput<'people.list'>
  /** @param by who does it; null while nobody has a PIN yet. Throws `person.owner-first`, `person.name-taken`. */
  add(person: CallParsed<'people.add'>, by: number | null): Promise<number>
  /** Throws `person.not-found`, `person.name-taken`, `person.last-owner`. */
  change(change: CallParsed<'people.change'>, by: number | null): Promise<void>
  changes(): CallOutput<'people.changes'>
  /** Drops changes of rights whose time of keeping is over. */
  prune(): void
}

export const createPeople = (reader: Reader, unit: UnitOfWork, ids: Ids, clock: Clock): People => {
  const note = (tx: Writer, change: Omit<PersonChange, 'id' | 'at'>): void => {
    const at = clock.now()
    addChange(tx, { ...change, id: ids.next(at), at })
  }
  return {
    list: () =>
      listPeople(reader).map(({ id, name, role, since_at, ended_at }) => ({
        id,
        name,
        role,
        sinceAt: since_at,
        endedAt: ended_at,
      })),
    async add({ name: given, role, pin }, by) {
      const name = given.normalize('NFC')
      const pinHash = await hashPin(pin)
      return unit.write((tx) => {
        const here = listPeople(tx).filter((person) => person.ended_at === null)
        if (here.length === 0 && role !== 'owner') throw new DangolError('person.owner-first')
        refuseTaken(here, name, null)
        const at = clock.now()
        const id = ids.next(at)
        addPerson(tx, { id, name, role, pin_hash: pinHash, failures: 0, since_at: at, ended_at: null })
        note(tx, { person_id: id, what: 'added', before: null, after: role, by_person_id: by })
        return id
      })
    },
    async change({ personId, name: given, role, pin, ended }, by) {
      const name = given?.normalize('NFC')
      const pinHash = pin === undefined ? null : await hashPin(pin)
      unit.write((tx) => {
        const person = findPerson(tx, personId)
        if (person === undefined || person.ended_at !== null) throw new DangolError('person.not-found')
        const here = listPeople(tx).filter((one) => one.ended_at === null)
        const staysOwner = (role ?? person.role) === 'owner' && ended !== true
        // Without an owner nobody could ever change rights again, unless nobody is left at all.
        const otherOwners = here.some((one) => one.role === 'owner' && one.id !== personId)
        if (!staysOwner && person.role === 'owner' && !otherOwners && here.length > 1)
          throw new DangolError('person.last-owner')
        if (person.role === 'owner' && ended !== true && !staysOwner && !otherOwners)
          throw new DangolError('person.last-owner')
        const changed = { person_id: personId, by_person_id: by }
        if (name !== undefined && name !== person.name) {
          refuseTaken(here, name, personId)
          changePerson(tx, personId, { name })
          note(tx, { ...changed, what: 'name', before: person.name, after: name })
        }
        if (role !== undefined && role !== person.role) {
          changePerson(tx, personId, { role })
          note(tx, { ...changed, what: 'role', before: person.role, after: role })
        }
        if (pinHash !== null) {
          changePerson(tx, personId, { pin_hash: pinHash, failures: 0 })
          note(tx, { ...changed, what: 'pin', before: null, after: null })
        }
        if (ended === true) {
          changePerson(tx, personId, { ended_at: clock.now() })
          note(tx, { ...changed, what: 'ended', before: person.role, after: null })
        }
      })
    },
    changes: () =>
      listChanges(reader).map(({ id, at, person, what, before, after, by }) => ({
        id,
        at,
        person,
        what,
        before,
        after,
        by,
      })),
    prune() {
      const all = listChanges(reader)
      const reached = Math.min(clock.now(), Date.parse(dayReached(reader, clock.now())))
      const before = rightsMayGoBefore(reached, all[0]?.at ?? null)
      if ((all.at(-1)?.at ?? before) < before) unit.write((tx) => dropChangesBefore(tx, before))
    },
  }
}

const refuseTaken = (here: readonly Person[], name: string, self: number | null): void => {
  if (here.some((one) => one.name === name && one.id !== self)) throw new DangolError('person.name-taken')
}
