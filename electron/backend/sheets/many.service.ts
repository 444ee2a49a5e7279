import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import type { EpochMs } from '#shared/dates.ts'
import type { Clock } from '../platform/clock.ts'
import type { Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { addReason } from './commands.repo.ts'
import type { ApplyChange, SheetEditing } from './editing.service.ts'
import type { SheetReading } from './reading.service.ts'

/** As many customers as one command takes. */
const mostPeople = 100_000

export interface SheetMany {
  tag(asked: CallParsed<'sheets.tag'>): Promise<CallOutput<'sheets.tag'>>
  givePoints(asked: CallParsed<'sheets.givePoints'>): Promise<CallOutput<'sheets.givePoints'>>
}

export interface SheetManyParts {
  readonly reading: SheetReading
  readonly editing: SheetEditing
  readonly ids: Ids
  readonly clock: Clock
  readonly personId: () => number | null
}

/** What is done to all selected customers at once: one command each, undone as one. */
export const createSheetMany = (parts: SheetManyParts): SheetMany => {
  const { reading, editing, ids, clock } = parts
  const people = (selection: CallParsed<'sheets.tag'>['selection']): string[] =>
    reading.keys('customers', selection, [], mostPeople).map(String)
  return {
    tag({ selection, tag, put }) {
      const name = tag.normalize('NFC')
      const changes = people(selection).map((key) => ({
        key,
        column: 'tags',
        from: put ? null : name,
        to: put ? name : null,
      }))
      return editing.command('customers', 'tag', changes)
    },
    givePoints({ selection, points, reason }) {
      const keys = people(selection)
      const at = clock.now()
      return editing.command(
        'customers',
        'points',
        points === 0 ? [] : keys.map((key) => ({ key, column: 'points', from: null, to: String(points) })),
        reason,
        (tx) =>
          addReason(tx, {
            id: ids.next(at),
            at,
            person_id: parts.personId(),
            sheet: 'customers',
            what: 'points',
            rows: keys.length,
            reason,
          }),
      )
    },
  }
}

export interface PeopleChanges {
  /** @returns false where it was so already. */
  putTag(tx: Writer, customerId: number, tag: string): boolean
  takeTag(tx: Writer, customerId: number, tag: string): boolean
  /** A correction with a reason; a minus takes. Throws `points.too-few`. */
  correctPoints(tx: Writer, customerId: number, points: number, reason: string, at: EpochMs): void
}

/** How the changes of `tag` and `points` commands are made, forwards and backwards. */
export const applyToPeople = (people: PeopleChanges): Readonly<Record<'tag' | 'points', ApplyChange>> => ({
  tag(tx, { key, from, to }) {
    if (to !== null) return people.putTag(tx, Number(key), to)
    return from !== null && people.takeTag(tx, Number(key), from)
  },
  points(tx, { key, from, to }, at, reason) {
    people.correctPoints(tx, Number(key), to === null ? -Number(from ?? 0) : Number(to), reason, at)
    return true
  },
})
