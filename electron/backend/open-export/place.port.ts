import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { configure, ZipWriter } from '@zip.js/zip.js'

/** Where the files of an export go. */
export interface Place {
  /** One file, streamed: `write` gets what it is written into and ends it. */
  file(name: string, write: (out: Writable) => Promise<void>): Promise<void>
  /** Durable under its final name. @returns the path. */
  done(): Promise<string>
  /** Leaves nothing behind. */
  remove(): Promise<void>
}

/**
 * One step at a time: a target that is away must not come to be as a folder on this PC, and where a system says of a
 * folder that is there that it is not (`/proc`), Node would try the whole way again without end.
 */
const folder = async (path: string): Promise<void> => {
  try {
    await mkdir(path, { mode: 0o700 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

/** Plain files in a folder that gets its name last. */
export const folderPlace = (final: string): Place => {
  const part = `${final}.part`
  return {
    async file(name, write) {
      const path = join(part, name)
      await folder(part)
      if (dirname(path) !== part) await folder(dirname(path))
      const out = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
      const ended = finished(out)
      // A write that fails is told by both; the first one counts.
      ended.catch(() => undefined)
      await write(out)
      await ended
    },
    async done() {
      await rename(part, final)
      await syncFolder(dirname(final))
      return final
    },
    remove: () => rm(part, { recursive: true, force: true }),
  }
}

/** One ZIP, encrypted by AES-256 where a password is given: nothing is ever written in the clear. */
export const zipPlace = (final: string, password: string | null): Place => {
  // There are no web workers here, and one export has a thread of its own anyway.
  configure({ useWebWorkers: false })
  const part = `${final}.part`
  const out = createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true })
  const ended = finished(out)
  ended.catch(() => undefined)
  const zip = new ZipWriter<unknown>(Writable.toWeb(out) as WritableStream<Uint8Array>, {
    zip64: true,
    ...(password === null ? {} : { password, encryptionStrength: 3 as const }),
  })
  return {
    async file(name, write) {
      const through = new PassThrough({ highWaterMark: 256 * 1024 })
      const added = zip.add(name, Readable.toWeb(through) as ReadableStream<Uint8Array>)
      try {
        await Promise.all([write(through), added])
      } catch (error) {
        through.destroy()
        await added.catch(() => undefined)
        throw error
      }
    },
    async done() {
      await zip.close()
      await ended
      await rename(part, final)
      await syncFolder(dirname(final))
      return final
    },
    async remove() {
      out.destroy()
      await rm(part, { force: true })
    },
  }
}

/** Text piece by piece into a stream that may be slow. */
export const writeText = (out: Writable, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> =>
  pipeline(Readable.from(pieces), out)

const syncFolder = async (path: string): Promise<void> => {
  const opened = await open(path, 'r')
  try {
    await opened.sync()
  } catch {
    // Not every system syncs folders.
  } finally {
    await opened.close()
  }
}
