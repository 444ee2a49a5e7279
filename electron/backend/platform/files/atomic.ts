import { closeSync, openSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { type FileIo, systemIo } from './io.ts'

/**
 * Puts a whole file in place or leaves the one that is there: written beside, fsynced, renamed, and the
 * folder fsynced. Readable by its owner only.
 */
export const writeFileAtomically = (path: string, bytes: Uint8Array, io: FileIo = systemIo): void => {
  const beside = `${path}.new`
  const fd = openSync(beside, 'w', 0o600)
  try {
    io.write(fd, bytes, 0)
    io.fsync(fd)
  } catch (error) {
    closeSync(fd)
    rmSync(beside, { force: true })
    throw error
  }
  closeSync(fd)
  io.rename(beside, path)
  io.fsyncFolder(dirname(path))
}
