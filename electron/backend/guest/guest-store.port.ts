import { mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { guarded } from '../platform/db/sqlite-errors.ts'
import { writeFileAtomically } from '../platform/files/atomic.ts'
import { type GuestFile, guestFileOf, noGuestScreen } from './guest-settings.ts'

export interface GuestStore {
  read(): GuestFile
  /** On disk before it returns. Throws `ledger.disk-full` or `ledger.io`, and then nothing has changed. */
  write(file: GuestFile): void
}

/** @param path of `guest-screen.json`; one that cannot be read counts as none: the screen is off. */
export const openGuestStore = (path: string): GuestStore => {
  let current = guestFileOf(textIn(path)) ?? noGuestScreen
  return {
    read: () => current,
    write(file) {
      mkdirSync(dirname(path), { recursive: true })
      guarded(() => writeFileAtomically(path, Buffer.from(JSON.stringify(file))))
      current = file
    },
  }
}

const textIn = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
