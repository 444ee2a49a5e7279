import { existsSync, mkdirSync } from 'node:fs'
import { join, parse } from 'node:path'
import { DangolError } from '#shared/errors.ts'
import { writeFileAtomically } from '../../platform/files/atomic.ts'

/**
 * Writes a profile file into a folder, which is made when it is missing; a file that is there stays, the new one gets
 * a number. Throws `ledger.io`. @returns its whole path.
 */
export const writeLayoutFile = (folder: string, fileName: string, text: string): string => {
  const { name } = parse(parse(fileName).name)
  const rest = fileName.slice(name.length)
  try {
    mkdirSync(folder, { recursive: true })
    let path = join(folder, fileName)
    for (let number = 2; existsSync(path); number += 1) path = join(folder, `${name} ${number}${rest}`)
    writeFileAtomically(path, Buffer.from(text, 'utf8'))
    return path
  } catch (error) {
    throw new DangolError('ledger.io', {}, { cause: error })
  }
}
