import { existsSync, mkdirSync } from 'node:fs'
import { join, parse } from 'node:path'
import { DangolError } from '#shared/errors.ts'
import { writeFileAtomically } from '../platform/files/atomic.ts'

/**
 * Writes a file that the owner takes along into a folder, which is made when it is missing; a file that is there stays,
 * the new one gets a number. Throws `ledger.io`. @returns its whole path.
 */
export const writeExportFile = (folder: string, fileName: string, bytes: Uint8Array): string => {
  const { name, ext } = parse(fileName)
  try {
    mkdirSync(folder, { recursive: true })
    let path = join(folder, fileName)
    for (let number = 2; existsSync(path); number += 1) path = join(folder, `${name} ${number}${ext}`)
    writeFileAtomically(path, bytes)
    return path
  } catch (error) {
    throw new DangolError('ledger.io', {}, { cause: error })
  }
}
