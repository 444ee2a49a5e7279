import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DangolError } from '#shared/errors.ts'
import { writeFileAtomically } from '../platform/files/atomic.ts'

/**
 * Writes a file that the owner takes along into a folder, which is made when it is missing; a file that is there
 * stays, the new one gets a number. Throws `ledger.io`. @returns its whole path.
 */
export const writePictureFile = (
  folder: string,
  name: string,
  ending: 'png' | 'pdf',
  bytes: Uint8Array,
): string => {
  try {
    mkdirSync(folder, { recursive: true })
    let path = join(folder, `${name}.${ending}`)
    for (let number = 2; existsSync(path); number += 1) path = join(folder, `${name} ${number}.${ending}`)
    writeFileAtomically(path, bytes)
    return path
  } catch (error) {
    throw new DangolError('ledger.io', {}, { cause: error })
  }
}
