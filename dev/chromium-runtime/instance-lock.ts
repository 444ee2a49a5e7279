import { createHash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export interface SecondInstance {
  readonly argv: readonly string[]
  readonly cwd: string
}

/** No system takes longer addresses of sockets, in bytes. */
const longestDoor = 100

/** In the folder itself, so that it goes with it; a folder that lies too deep has its door among the temporary files. */
const doorOf = (folder: string): string => {
  const name = `dangol-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  const inside = join(folder, 'instance.sock')
  return Buffer.byteLength(inside) <= longestDoor ? inside : join(tmpdir(), `${name}.sock`)
}

let held: DatabaseSync | undefined
/** Settles when the first instance was told of this second one; the app waits for it before it ends. */
export let told: Promise<void> = Promise.resolve()

const tellFirst = (folder: string): Promise<void> =>
  new Promise((resolve) => {
    const socket = connect(doorOf(folder))
    socket.setTimeout(1_000, () => socket.destroy())
    socket.on('error', () => {})
    socket.on('close', () => resolve())
    socket.end(JSON.stringify({ argv: process.argv, cwd: process.cwd() } satisfies SecondInstance))
  })

const listen = (folder: string, onSecond: (second: SecondInstance) => void): void => {
  const door = doorOf(folder)
  // We hold the lock: whatever lies there is left over from a run that was killed.
  if (process.platform !== 'win32') rmSync(door, { force: true })
  const server = createServer((socket) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (piece: string) => {
      text += piece
    })
    socket.on('error', () => {})
    socket.on('end', () => onSecond(JSON.parse(text) as SecondInstance))
  })
  server.on('error', () => {})
  server.listen(door)
  server.unref()
  if (process.platform !== 'win32') process.once('exit', () => rmSync(door, { force: true }))
}

/**
 * True when this is the only instance on `folder`. The lock is SQLite's own on a small file: synchronous, exclusive,
 * on every system, and dropped by the system when the process ends, however it ends.
 */
export const takeInstanceLock = (folder: string, onSecond: (second: SecondInstance) => void): boolean => {
  if (held) return true
  mkdirSync(folder, { recursive: true })
  const lock = new DatabaseSync(join(folder, 'instance.lock'))
  try {
    lock.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS held (x);',
    )
  } catch {
    lock.close()
    told = tellFirst(folder)
    return false
  }
  held = lock
  listen(folder, onSecond)
  return true
}
