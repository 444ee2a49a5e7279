import type { MethodName } from '#shared/contract/names.ts'
import { type MethodRule, mayActAs, methodRules } from '#shared/roles.ts'
import type { AccessLog } from './access/access.service.ts'
import type { Doors } from './people/doors.service.ts'
import type { Spending } from './people/spending.service.ts'

/** What the router asks before and tells after each call on an open ledger. */
export interface Guard {
  /** Throws `door.pin-needed`. */
  before(name: MethodName, input: unknown): void
  /** Writes the access log where the law wants it. */
  after(name: MethodName, input: unknown, output: unknown): void
  /** A key of the ledger that did not fit. */
  failed(name: MethodName): void
  /** Rows of people that were shown; gathered into blocks of scrolling. */
  saw(name: MethodName, ids: readonly number[]): void
}

/** @param place what entries say about where it happened. */
export const createGuard = (doors: Doors, access: AccessLog, spending: Spending, place: string): Guard => ({
  before(name, input) {
    const rule: MethodRule = methodRules[name]
    const limit = doors.spendLimit()
    const above = limit !== null && !mayActAs(rule.who, 'manager') && spending(name, input) > limit
    if (above) doors.check({ ...rule, who: 'manager' }, limit)
    else doors.check(rule)
  },
  after(name, input, output) {
    const rule: MethodRule = methodRules[name]
    if (rule.log === undefined) return
    access.note({
      personId: doors.person(),
      role: doors.role(),
      place,
      action: rule.log,
      method: name,
      customerId: idIn(input) ?? idIn(output),
      people: peopleIn(input, output),
    })
    // What leaves the shop is on record before it leaves.
    if (rule.log === 'export') access.flush()
  },
  failed(name) {
    access.note({
      personId: doors.person(),
      role: doors.role(),
      place,
      action: 'failed',
      method: name,
      customerId: null,
      people: 0,
    })
  },
  saw(name, ids) {
    access.saw({ personId: doors.person(), role: doors.role(), place, method: name }, ids)
  },
})

const idIn = (value: unknown): number | null =>
  typeof value === 'object' && value !== null && 'customerId' in value && typeof value.customerId === 'number'
    ? value.customerId
    : null

/** How many people it was about: said by the answer (`people`), by a list of ids, or one. */
const peopleIn = (input: unknown, output: unknown): number => {
  if (typeof output === 'object' && output !== null) {
    if ('people' in output && typeof output.people === 'number') return output.people
    // Copies of the ledger: made, or put in its place.
    if ('customers' in output && typeof output.customers === 'number') return output.customers
  }
  if (
    typeof input === 'object' &&
    input !== null &&
    'customerIds' in input &&
    Array.isArray(input.customerIds)
  )
    return input.customerIds.length
  return idIn(input) === null && idIn(output) === null ? 0 : 1
}
