import type { CallParsed } from '#shared/contract/index.ts'
import type { Rule } from '#shared/contract/segment-rule.ts'
import type { BusinessDate } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { addGroup, changeGroup, type OwnGroup, ownGroups } from './groups.repo.ts'
import { groupsIn } from './rule-parts.ts'
import { ruleSql } from './rule-sql.repo.ts'
import { storedRule, type Views } from './view.service.ts'

/** Groups that the owner makes of rules. */
export interface OwnGroups {
  own(): { readonly id: number; readonly name: string; readonly rule: Rule }[]
  /** Throws `segment.name-taken`, `segment.not-found`, `segment.circular`. @returns its id. */
  save(group: CallParsed<'segments.save'>): number
  /** Throws `segment.not-found`, `segment.in-use`. */
  remove(id: number): void
  /** Throws `segment.not-found`, `segment.name-taken`. */
  bringBack(id: number): void
}

export interface OwnGroupsParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly ids: Ids
  readonly clock: Clock
  readonly views: Views
  readonly today: () => BusinessDate
}

export const createOwnGroups = ({ reader, unit, ids, clock, views, today }: OwnGroupsParts): OwnGroups => {
  const standing = (id: number): OwnGroup => {
    const row = ownGroups(reader).find((one) => one.id === id)
    if (row === undefined) throw new DangolError('segment.not-found')
    return row
  }
  const nameIsFree = (name: string, self: number | null): void => {
    const taken = ownGroups(reader).some(
      (row) => row.removed_at === null && row.name === name && row.id !== self,
    )
    if (taken) throw new DangolError('segment.name-taken')
  }
  /** Groups that it names are there, and none of them leads back to it. */
  const ruleHolds = (rule: Rule, self: number | null): void => {
    const view = views.at(today(), true)
    const rules = self === null ? view.rules : new Map([...view.rules, [self, rule]])
    ruleSql(rule, { ...view, rules }, self === null ? [] : [self])
  }
  return {
    own: () =>
      ownGroups(reader)
        .filter((row) => row.removed_at === null)
        .map(({ id, name, rule }) => ({ id, name, rule: storedRule(rule) })),
    save({ id, name: given, rule }) {
      const name = given.normalize('NFC')
      nameIsFree(name, id)
      if (id !== null && standing(id).removed_at !== null) throw new DangolError('segment.not-found')
      ruleHolds(rule, id)
      const at = clock.now()
      const json = JSON.stringify(rule)
      return unit.write((tx) => {
        if (id !== null) {
          changeGroup(tx, id, { name, rule: json, updated_at: at })
          return id
        }
        const row = { id: ids.next(at), name, rule: json, created_at: at, updated_at: at, removed_at: null }
        addGroup(tx, row)
        return row.id
      })
    },
    remove(id) {
      if (standing(id).removed_at !== null) throw new DangolError('segment.not-found')
      const user = ownGroups(reader).find(
        (row) => row.removed_at === null && row.id !== id && groupsIn(storedRule(row.rule)).includes(id),
      )
      if (user !== undefined) throw new DangolError('segment.in-use', { name: user.name })
      const at = clock.now()
      unit.write((tx) => changeGroup(tx, id, { removed_at: at, updated_at: at }))
    },
    bringBack(id) {
      const row = standing(id)
      if (row.removed_at === null) return
      nameIsFree(row.name, id)
      ruleHolds(storedRule(row.rule), id)
      unit.write((tx) => changeGroup(tx, id, { removed_at: null, updated_at: clock.now() }))
    },
  }
}
