import type { CommitMoment } from '#backend/platform/db/unit-of-work.ts'
import { type FileIo, systemIo } from '#backend/platform/files/io.ts'

/** Counted places at which a process can end: before, in the middle of, and after each durable step. */
export interface Points {
  readonly io: FileIo
  readonly moment: (moment: CommitMoment) => void
  /** How many were passed so far. */
  readonly passed: () => number
}

/** @param reached is called at each point with its number, from 1, and its name. */
export const countedPoints = (reached: (point: number, name: string) => void): Points => {
  let passed = 0
  const point = (name: string): void => {
    passed += 1
    reached(passed, name)
  }
  const around = <A extends unknown[]>(name: string, call: (...args: A) => void) => {
    return (...args: A): void => {
      point(`${name}:before`)
      call(...args)
      point(`${name}:after`)
    }
  }
  return {
    io: {
      write(fd, bytes, position) {
        const half = bytes.length >> 1
        point('write:before')
        systemIo.write(fd, bytes.subarray(0, half), position)
        point('write:middle')
        systemIo.write(fd, bytes.subarray(half), position + half)
        point('write:after')
      },
      fsync: around('fsync', (fd: number) => systemIo.fsync(fd)),
      truncate: around('truncate', (fd: number, length: number) => systemIo.truncate(fd, length)),
      rename: around('rename', (from: string, to: string) => systemIo.rename(from, to)),
      fsyncFolder: around('fsyncFolder', (path: string) => systemIo.fsyncFolder(path)),
    },
    moment: (moment) => point(`commit:${moment}`),
    passed: () => passed,
  }
}
