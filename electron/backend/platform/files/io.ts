import { closeSync, fdatasyncSync, fsyncSync, ftruncateSync, openSync, renameSync, writeSync } from 'node:fs'

/**
 * The few calls by which something becomes durable. The journal and the key file make them through this
 * port, so that tests can count them, fail them, or end the process at any of them.
 */
export interface FileIo {
  /** Writes all of `bytes` at `position`, or throws. */
  write(fd: number, bytes: Uint8Array, position: number): void
  /** Makes durable what is in a file, and its length. */
  fsync(fd: number): void
  truncate(fd: number, length: number): void
  rename(from: string, to: string): void
  /** Makes names in a folder durable: new, renamed and removed files. */
  fsyncFolder(path: string): void
}

export const systemIo: FileIo = {
  write(fd, bytes, position) {
    let done = 0
    while (done < bytes.length) done += writeSync(fd, bytes, done, bytes.length - done, position + done)
  },
  // All but the file's times, which would cost as much again. On macOS and Windows it is the same as fsync.
  fsync: (fd) => fdatasyncSync(fd),
  truncate: (fd, length) => ftruncateSync(fd, length),
  rename: (from, to) => renameSync(from, to),
  fsyncFolder(path) {
    // Windows cannot open folders and keeps names durable by itself (NTFS logs them).
    if (process.platform === 'win32') return
    const fd = openSync(path, 'r')
    try {
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
  },
}
