import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import { DangolError } from '#shared/errors.ts'
import { type MethodRule, mayActAs, type Role } from '#shared/roles.ts'
import type { AccessLog } from '../access/access.service.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import {
  changePerson,
  findPerson,
  listPeople,
  type Person,
  readDoorSettings,
  writeDoorSettings,
} from './people.repo.ts'
import { isPin } from './pin.ts'
import { waitAfter } from './waits.ts'

/** Who stands at this PC, and what they may do. */
export interface Doors {
  status(): CallOutput<'door.status'>
  /** Throws `door.wrong-pin`, `door.wait` {seconds}, `person.not-found`. */
  enter(personId: number, pin: string): Promise<CallOutput<'door.status'>>
  /** After the passphrase of the ledger was found right: the first owner. Throws `person.not-found`. */
  enterAsOwner(): CallOutput<'door.status'>
  /** Back to the open counter. */
  leave(): CallOutput<'door.status'>
  saveSettings(settings: CallParsed<'door.saveSettings'>): CallOutput<'door.status'>
  /**
   * Throws `door.pin-needed` {role, limit?} where the role of the moment is not enough; keeps the idle clock.
   * @param limit points or won a day that this call would go above, where that is why somebody is asked.
   */
  check(rule: MethodRule, limit?: number): void
  person(): number | null
  role(): Role
  /** Points or won that may be spent at the counter before a manager is asked for; null for any number. */
  spendLimit(): number | null
  stop(): void
}

export interface DoorsParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly access: AccessLog
  /** Where entries say it happened. */
  readonly place: string
  /** Of a clock that nobody can set, ms. */
  readonly elapsed: () => number
  readonly onChange: (status: CallOutput<'door.status'>) => void
}

export const createDoors = (parts: DoorsParts): Doors => {
  const { reader, unit, access, place, elapsed, onChange } = parts
  let session: { readonly person: Person; until: number } | null = null
  // By a clock that cannot be set back; a restart begins the wait anew.
  const notBefore = new Map<number, number>()
  let timer: NodeJS.Timeout | null = null

  const here = (): Person[] => listPeople(reader).filter((person) => person.ended_at === null)
  const idleMs = (): number => readDoorSettings(reader).idle_minutes * 60_000

  const current = (): Person | null => {
    if (session !== null && session.until <= elapsed()) session = null
    if (session === null) return null
    // Rights may have changed since they came in.
    const person = findPerson(reader, session.person.id)
    return person === undefined || person.ended_at !== null ? null : person
  }

  const role = (): Role => {
    const person = current()
    if (person !== null) return person.role
    return here().length === 0 ? 'owner' : 'counter'
  }

  const status = (): CallOutput<'door.status'> => {
    const person = current()
    const settings = readDoorSettings(reader)
    return {
      people: here().map((one) => ({ id: one.id, name: one.name, role: one.role })),
      person: person === null ? null : { id: person.id, name: person.name },
      role: role(),
      idleMinutes: settings.idle_minutes,
      spendLimit: settings.spend_limit,
    }
  }

  const told = (): CallOutput<'door.status'> => {
    const now = status()
    onChange(now)
    return now
  }

  const watch = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (session === null) return
    timer = setTimeout(
      () => {
        if (current() === null) told()
        else watch()
      },
      Math.max(1_000, session.until - elapsed()),
    ).unref()
  }

  const come = (person: Person): CallOutput<'door.status'> => {
    session = { person, until: elapsed() + idleMs() }
    access.note({
      personId: person.id,
      role: person.role,
      place,
      action: 'enter',
      method: 'door.enter',
      customerId: null,
      people: 0,
    })
    watch()
    return told()
  }

  const refuse = (person: Person): never => {
    const failures = person.failures + 1
    unit.write((tx) => changePerson(tx, person.id, { failures }))
    access.note({
      personId: person.id,
      role: 'counter',
      place,
      action: 'failed',
      method: 'door.enter',
      customerId: null,
      people: 0,
    })
    const wait = waitAfter(failures)
    if (wait > 0) notBefore.set(person.id, elapsed() + wait)
    throw wait > 0 ? waitError(wait) : new DangolError('door.wrong-pin')
  }

  return {
    status,
    async enter(personId, pin) {
      const person = findPerson(reader, personId)
      if (person === undefined || person.ended_at !== null) throw new DangolError('person.not-found')
      if (!notBefore.has(personId) && waitAfter(person.failures) > 0)
        notBefore.set(personId, elapsed() + waitAfter(person.failures))
      const left = (notBefore.get(personId) ?? 0) - elapsed()
      if (left > 0) throw waitError(left)
      // A second try while this one is being looked at waits as if it had failed.
      if (person.failures + 1 >= 5) notBefore.set(personId, elapsed() + waitAfter(person.failures + 1))
      if (!(await isPin(person.pin_hash, pin))) return refuse(findPerson(reader, personId) ?? person)
      notBefore.delete(personId)
      if (person.failures > 0) unit.write((tx) => changePerson(tx, personId, { failures: 0 }))
      return come(person)
    },
    enterAsOwner() {
      const owner = here().find((person) => person.role === 'owner')
      if (owner === undefined) throw new DangolError('person.not-found')
      notBefore.delete(owner.id)
      unit.write((tx) => changePerson(tx, owner.id, { failures: 0 }))
      return come(owner)
    },
    leave() {
      session = null
      watch()
      return told()
    },
    saveSettings({ idleMinutes, spendLimit }) {
      unit.write((tx) => writeDoorSettings(tx, { idle_minutes: idleMinutes, spend_limit: spendLimit }))
      if (session !== null) session.until = elapsed() + idleMs()
      watch()
      return told()
    },
    check({ who }, limit) {
      if (!mayActAs(role(), who))
        throw new DangolError('door.pin-needed', { role: who, ...(limit === undefined ? {} : { limit }) })
      if (session !== null && who !== 'counter') {
        session.until = elapsed() + idleMs()
        watch()
      }
    },
    person: () => current()?.id ?? null,
    role,
    spendLimit: () => readDoorSettings(reader).spend_limit,
    stop() {
      if (timer !== null) clearTimeout(timer)
    },
  }
}

const waitError = (ms: number): DangolError =>
  new DangolError('door.wait', { seconds: Math.max(1, Math.ceil(ms / 1_000)) })
