import type { EpochMs } from '#shared/dates.ts'
import type { PersonRole } from '#shared/roles.ts'

/** Tables of people, their rights and the access log (migration 25). */
export interface PeopleTables {
  person: {
    id: number
    name: string
    role: PersonRole
    pin_hash: string
    failures: number
    since_at: EpochMs
    ended_at: EpochMs | null
  }
  person_change: {
    id: number
    person_id: number
    what: 'added' | 'role' | 'pin' | 'name' | 'ended'
    before: string | null
    after: string | null
    by_person_id: number | null
    at: EpochMs
  }
  door_settings: { id: number; idle_minutes: number; spend_limit: number | null }
  access_entry: {
    id: number
    at: EpochMs
    person_id: number | null
    role: string
    place: string
    action: 'enter' | 'failed' | 'read' | 'change' | 'print' | 'export'
    method: string
    customer_id: number | null
    people: number
  }
  /** See `migrations/0091-access-people.ts`. */
  access_people: { entry_id: number; ids: string }
  access_kept: { id: number; since_at: EpochMs }
  chain_link: {
    seq: number
    kind: 'access' | 'points' | 'prepaid'
    entry_id: number
    at: EpochMs
    digest: Uint8Array
    mac: Uint8Array
  }
  access_review: { month: string; person_id: number | null; at: EpochMs; remark: string }
}
