import { closeSync, existsSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

export interface RotatingFile {
  write(line: string): void
  close(): void
}

/**
 * Appends lines to `path`; when it would grow over `maxBytes` it becomes `path.1`, `path.1` becomes `path.2` and so
 * on, `keep` old ones at most. A log that cannot be written (full disk) is dropped: it must never stop the counter.
 */
export const openRotatingFile = (path: string, maxBytes: number, keep: number): RotatingFile => {
  let file: number | null = null
  let size = 0

  const open = (): void => {
    mkdirSync(dirname(path), { recursive: true })
    file = openSync(path, 'a', 0o600)
    size = fstatSync(file).size
  }
  const close = (): void => {
    if (file !== null) closeSync(file)
    file = null
  }
  const rotate = (): void => {
    close()
    rmSync(`${path}.${keep}`, { force: true })
    for (let number = keep - 1; number >= 1; number -= 1) {
      if (existsSync(`${path}.${number}`)) renameSync(`${path}.${number}`, `${path}.${number + 1}`)
    }
    renameSync(path, `${path}.1`)
  }
  const append = (bytes: Buffer): void => {
    if (file === null) open()
    if (size > 0 && size + bytes.length > maxBytes) {
      rotate()
      open()
    }
    if (file === null) return
    writeSync(file, bytes)
    size += bytes.length
  }

  return {
    write(line) {
      try {
        append(Buffer.from(line))
      } catch {
        close()
      }
    },
    close,
  }
}
