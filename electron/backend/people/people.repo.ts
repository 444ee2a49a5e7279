import { sql } from 'kysely'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

export type Person = Schema['person']
export type PersonChange = Schema['person_change']
export type DoorSettings = Omit<Schema['door_settings'], 'id'>

// Every call of a window asks who is here.
const everybody = hot<Record<string, never>, Person>(() =>
  query
    .selectFrom('person')
    .selectAll()
    .orderBy((eb) => eb('ended_at', 'is not', null))
    .orderBy('id'),
)
const one = hot<{ id: number }, Person>((param) =>
  query.selectFrom('person').selectAll().where('id', '=', param('id')),
)
const settings = hot<Record<string, never>, DoorSettings>(() =>
  query.selectFrom('door_settings').select(['idle_minutes', 'spend_limit']).where('id', '=', 1),
)

/** Those who have left too, at the end. */
export const listPeople = (reader: Reader): Person[] => reader.all(everybody({}))

export const findPerson = (reader: Reader, id: number): Person | undefined => reader.first(one({ id }))

export const addPerson = (tx: Writer, person: Person): void => {
  tx.run(query.insertInto('person').values(person))
}

export const changePerson = (tx: Writer, id: number, change: Partial<Omit<Person, 'id'>>): void => {
  tx.run(query.updateTable('person').set(change).where('id', '=', id))
}

export const addChange = (tx: Writer, change: PersonChange): void => {
  tx.run(query.insertInto('person_change').values(change))
}

export const listChanges = (reader: Reader): (PersonChange & { person: string; by: string | null })[] =>
  reader.all(
    query
      .selectFrom('person_change as c')
      .innerJoin('person as p', 'p.id', 'c.person_id')
      .leftJoin('person as b', 'b.id', 'c.by_person_id')
      .selectAll('c')
      .select(['p.name as person', 'b.name as by'])
      .orderBy('c.id', 'desc')
      .limit(1_000),
  )

/** What came after a change that stays, by a clock that was behind, stays with it. */
export const dropChangesBefore = (tx: Writer, at: number): void => {
  tx.run(
    query
      .deleteFrom('person_change')
      .where('at', '<', at)
      .where(
        'id',
        '<',
        sql<number>`coalesce((SELECT min(id) FROM person_change WHERE at >= ${at}), ${Number.MAX_SAFE_INTEGER})`,
      ),
  )
}

export const readDoorSettings = (reader: Reader): DoorSettings =>
  reader.first(settings({})) ?? { idle_minutes: 5, spend_limit: null }

export const writeDoorSettings = (tx: Writer, changed: DoorSettings): void => {
  tx.run(
    query
      .insertInto('door_settings')
      .values({ id: 1, ...changed })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changed)),
  )
}
