import type { EpochMs } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import type { Reader, UnitOfWork } from '../../platform/db/statements.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Log } from '../../platform/log/log.ts'
import { allProfiles } from '../reading/profiles/all.ts'
import { type Profile, profileFrom } from '../reading/profiles/profile.ts'
import type { ProfileData } from '../reading/profiles/schema.ts'
import { keepLayout, type LayoutRow, removeLayout, taughtLayouts } from './layouts.repo.ts'
import { profileIn, profileText } from './profile-file.ts'

/** The profiles that papers are read with: the owner's own before those of the program. */
export interface Layouts {
  profiles(): readonly Profile[]
  /** The owner's own alone, as data; the same array until one of them changes. */
  taught(): readonly ProfileData[]
  list(): readonly { readonly row: LayoutRow; readonly data: ProfileData }[]
  /** @returns its id; one of the same name is replaced. */
  save(profile: ProfileData, at: EpochMs): number
  /** Throws `teaching.not-found`. */
  remove(id: number): void
}

export interface LayoutsParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly ids: Ids
  readonly log: Log
}

export const createLayouts = ({ reader, unit, ids, log }: LayoutsParts): Layouts => {
  let cached: { readonly taught: readonly ProfileData[]; readonly profiles: readonly Profile[] } | null = null

  const list: Layouts['list'] = () =>
    taughtLayouts(reader).flatMap((row) => {
      try {
        return [{ row, data: profileIn(row.json) }]
      } catch (error) {
        // Kept by a later version, perhaps: the others go on reading.
        log.warn('teaching.unreadable-profile', { error, id: row.id })
        return []
      }
    })

  const now = () => {
    if (cached !== null) return cached
    const taught = list().map(({ data }) => data)
    cached = { taught, profiles: [...taught.map(profileFrom), ...allProfiles] }
    return cached
  }

  return {
    list,
    profiles: () => now().profiles,
    taught: () => now().taught,
    save(profile, at) {
      const row = { id: ids.next(at), name: profile.name, json: profileText(profile) }
      const id = unit.write((tx) => keepLayout(tx, { ...row, created_at: at, updated_at: at }))
      cached = null
      return id
    },
    remove(id) {
      const removed = unit.write((tx) => removeLayout(tx, id))
      cached = null
      if (!removed) throw new DangolError('teaching.not-found')
    },
  }
}
