import { closeSync, openSync } from 'node:fs'
import type { FileIo } from './io.ts'

/** Makes what is in a file durable, whoever wrote it. */
export const syncFile = (path: string, io: FileIo): void => {
  const fd = openSync(path, 'r+')
  try {
    io.fsync(fd)
  } finally {
    closeSync(fd)
  }
}
