import { readFileSync, statSync } from 'node:fs'
import { DangolError } from '#shared/errors.ts'
import { ledgerError } from '../platform/db/sqlite-errors.ts'
import { writeFileAtomically } from '../platform/files/atomic.ts'
import type { FileIo } from '../platform/files/io.ts'
import { type KeyFile, parseKeyFile, printKeyFile } from './key-file.ts'

/** No key file comes near this many bytes. */
const largest = 64 * 1024

/**
 * @throws DangolError `ledger.key-file-missing`, `ledger.key-file-damaged`, `ledger.newer-version`, `ledger.io`.
 */
export const readKeyFile = (path: string): KeyFile => {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) throw new DangolError('ledger.key-file-missing')
  if (!stat.isFile() || stat.size > largest) throw new DangolError('ledger.key-file-damaged')
  return parseKeyFile(readText(path))
}

const readText = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw ledgerError(error)
  }
}

/** Whole or not at all. @throws DangolError `ledger.disk-full`, `ledger.io`. */
export const writeKeyFile = (path: string, file: KeyFile, io?: FileIo): void => {
  try {
    writeFileAtomically(path, Buffer.from(printKeyFile(file)), io)
  } catch (error) {
    throw ledgerError(error)
  }
}
