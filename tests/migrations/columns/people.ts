import type { PeopleTables } from '#backend/platform/db/tables/people.ts'
import type { Columns } from './columns.ts'

export const peopleColumns: Columns<PeopleTables> = {
  person: {
    id: 'INTEGER',
    name: 'TEXT',
    role: 'TEXT',
    pin_hash: 'TEXT',
    failures: 'INTEGER',
    since_at: 'INTEGER',
    ended_at: 'INTEGER NULL',
  },
  person_change: {
    id: 'INTEGER',
    person_id: 'INTEGER',
    what: 'TEXT',
    before: 'TEXT NULL',
    after: 'TEXT NULL',
    by_person_id: 'INTEGER NULL',
    at: 'INTEGER',
  },
  door_settings: { id: 'INTEGER', idle_minutes: 'INTEGER', spend_limit: 'INTEGER NULL' },
  access_entry: {
    id: 'INTEGER',
    at: 'INTEGER',
    person_id: 'INTEGER NULL',
    role: 'TEXT',
    place: 'TEXT',
    action: 'TEXT',
    method: 'TEXT',
    customer_id: 'INTEGER NULL',
    people: 'INTEGER',
  },
  access_people: { entry_id: 'INTEGER', ids: 'TEXT' },
  access_kept: { id: 'INTEGER', since_at: 'INTEGER' },
  chain_link: {
    seq: 'INTEGER',
    kind: 'TEXT',
    entry_id: 'INTEGER',
    at: 'INTEGER',
    digest: 'BLOB',
    mac: 'BLOB',
  },
  access_review: { month: 'TEXT', person_id: 'INTEGER NULL', at: 'INTEGER', remark: 'TEXT' },
}
