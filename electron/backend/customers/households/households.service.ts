import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import { DangolError } from '#shared/errors.ts'
import { maskPhone } from '#shared/phone.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'
import type { Ids } from '../../platform/ids.ts'
import { sayConsent } from '../consents/consents.service.ts'
import {
  addHousehold,
  householdOf,
  memberRow,
  membersOf,
  nameHousehold,
  putMember,
  removeHousehold,
  removeMember,
} from './household.repo.ts'

type Change = CallParsed<'customers.household'>['what']

export const householdView = (
  reader: Reader,
  customerId: number,
): CallOutput<'customers.page'>['household'] => {
  const household = householdOf(reader, customerId)
  if (household === undefined) return null
  return {
    id: household.id,
    kind: household.kind,
    name: household.name,
    members: membersOf(reader, household.id).map((row) => ({
      customerId: row.id,
      name: row.name,
      maskedPhone: row.phone === null ? null : maskPhone(row.phone),
      points: row.points ?? 0,
      agreedAt: row.agreed_at,
    })),
  }
}

/**
 * Joining and leaving, its name, and each member's own word on sharing points.
 * Throws `household.two`: both belong to different ones; `household.none`; `household.self`.
 */
export const changeHousehold = (
  tx: Writer,
  ids: Ids,
  customerId: number,
  change: Change,
  at: number,
): void => {
  if (change.is === 'join') return join(tx, ids, customerId, change, at)
  const member = memberRow(tx, customerId)
  if (member === undefined) throw new DangolError('household.none')
  if (change.is === 'name') nameHousehold(tx, member.household_id, change.name.normalize('NFC'))
  if (change.is === 'leave') leaveHousehold(tx, ids, customerId, at)
  if (change.is === 'agree') {
    const { agreed: given, how } = change
    if (given === (member.agreed_at !== null)) return
    const said = sayConsent(tx, ids, { customerId, kind: 'sharing', given, how }, at)
    putMember(tx, { ...member, agreed_at: given ? at : null, consent_id: given ? said : null })
  }
}

const join = (
  tx: Writer,
  ids: Ids,
  customerId: number,
  { withCustomerId, kind }: Extract<Change, { is: 'join' }>,
  at: number,
): void => {
  if (customerId === withCustomerId) throw new DangolError('household.self')
  const own = memberRow(tx, customerId)
  const theirs = memberRow(tx, withCustomerId)
  if (own !== undefined && own.household_id === theirs?.household_id) return
  if (own !== undefined && theirs !== undefined) throw new DangolError('household.two')
  const household = own?.household_id ?? theirs?.household_id ?? ids.next(at)
  if (own === undefined && theirs === undefined)
    addHousehold(tx, { id: household, kind, name: '', created_at: at })
  for (const member of [own === undefined ? customerId : null, theirs === undefined ? withCustomerId : null])
    if (member !== null)
      putMember(tx, {
        customer_id: member,
        household_id: household,
        joined_at: at,
        agreed_at: null,
        consent_id: null,
      })
}

/** Who shared until now no longer does, and has said so; one alone is no household. Nothing for who is in none. */
export const leaveHousehold = (tx: Writer, ids: Ids, customerId: number, at: number): void => {
  const member = memberRow(tx, customerId)
  if (member === undefined) return
  if (member.agreed_at !== null)
    sayConsent(tx, ids, { customerId, kind: 'sharing', given: false, how: 'counter' }, at)
  removeMember(tx, customerId)
  const left = membersOf(tx, member.household_id)
  if (left.length > 1) return
  for (const last of left) {
    if (last.agreed_at !== null)
      sayConsent(tx, ids, { customerId: last.id, kind: 'sharing', given: false, how: 'counter' }, at)
    removeMember(tx, last.id)
  }
  removeHousehold(tx, member.household_id)
}
