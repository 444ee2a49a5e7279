import { createHash, type Hash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { type FileHandle, open as openFile } from 'node:fs/promises'
import { DangolError } from '#shared/errors.ts'
import type { Carried } from '../platform/journal/carried.ts'
import { segmentPath } from '../platform/journal/folder.ts'

export interface FileWork {
  readonly signal: AbortSignal
  /** Bytes so far. */
  readonly onBytes: (done: number) => void
}

/** A file that is on disk, and the hash of what was meant to be in it. */
export interface Written {
  readonly path: string
  readonly bytes: number
  /** Hex. */
  readonly sha256: string
}

const pieceBytes = 1024 * 1024

/** Reads a whole file a piece at a time, so that everything else goes on. */
const eachPiece = async (
  path: string,
  { signal, onBytes }: FileWork,
  take: (piece: Buffer) => Promise<void> | void,
): Promise<void> => {
  const file = await openFile(path, 'r')
  try {
    const piece = Buffer.allocUnsafe(pieceBytes)
    let done = 0
    for (;;) {
      signal.throwIfAborted()
      const { bytesRead } = await file.read(piece, 0, pieceBytes, null)
      if (bytesRead === 0) return
      await take(piece.subarray(0, bytesRead))
      done += bytesRead
      onBytes(done)
    }
  } finally {
    await file.close()
  }
}

/**
 * A copy of `from` that is on disk when the promise resolves, in files of at most `limit` bytes each. Where the file
 * system takes no more of one file although nobody knew of a limit (EFBIG), the next one goes on. Refuses targets that
 * are there.
 * @param name of each file, from 1.
 */
export const copyInParts = async (
  from: string,
  name: (number: number) => string,
  limit: number,
  work: FileWork,
): Promise<Written[]> => {
  const written: Written[] = []
  const open: { part: Part | null } = { part: null }
  const end = async (part: Part): Promise<void> => {
    written.push(await endPart(part))
    open.part = null
  }
  try {
    await eachPiece(from, work, async (piece) => {
      for (let done = 0; done < piece.length; ) {
        const part = open.part ?? (await beginPart(name(written.length + 1)))
        open.part = part
        const took = await writeSome(part, piece.subarray(done, done + limit - part.bytes))
        done += took
        if (took === 0 || part.bytes >= limit) await end(part)
      }
    })
    if (open.part !== null) await end(open.part)
    return written
  } finally {
    await open.part?.file.close()
  }
}

interface Part {
  readonly path: string
  readonly file: FileHandle
  readonly hash: Hash
  bytes: number
}

const beginPart = async (path: string): Promise<Part> => ({
  path,
  file: await openFile(path, 'wx', 0o600),
  hash: createHash('sha256'),
  bytes: 0,
})

/** Bytes that went in; 0 where the file is as large as it can be. */
const writeSome = async (part: Part, piece: Buffer): Promise<number> => {
  try {
    const { bytesWritten } = await part.file.write(piece, 0, piece.length, null)
    part.hash.update(piece.subarray(0, bytesWritten))
    part.bytes += bytesWritten
    return bytesWritten
  } catch (error) {
    const full = error instanceof Error && 'code' in error && error.code === 'EFBIG'
    if (full && part.bytes > 0) return 0
    throw error
  }
}

const endPart = async ({ path, file, hash, bytes }: Part): Promise<Written> => {
  await file.sync()
  await file.close()
  return { path, bytes, sha256: hash.digest('hex') }
}

/** Hex. */
export const hashFile = async (path: string, work: FileWork): Promise<string> => {
  const hash = createHash('sha256')
  await eachPiece(path, work, (piece) => void hash.update(piece))
  return hash.digest('hex')
}

export interface FileHashes {
  readonly each: readonly string[]
  /** As if they were one file. */
  readonly whole: string
}

/** Hex; each file is read once. */
export const hashFiles = async (paths: readonly string[], work: FileWork): Promise<FileHashes> => {
  const whole = createHash('sha256')
  const each: string[] = []
  let before = 0
  for (const path of paths) {
    const own = createHash('sha256')
    let bytes = 0
    const onBytes = (done: number): void => work.onBytes(before + done)
    await eachPiece(path, { ...work, onBytes }, (piece) => {
      own.update(piece)
      whole.update(piece)
      bytes += piece.length
    })
    before += bytes
    each.push(own.digest('hex'))
  }
  return { each, whole: whole.digest('hex') }
}

/**
 * Journal segments one after another in one file that is on disk when the promise resolves. They are opened before
 * anything else happens, so that none of them is given up meanwhile.
 */
export const copySegments = async (
  folder: string,
  segments: readonly Carried[],
  to: string,
  signal: AbortSignal,
): Promise<Written> => {
  const sources: { fd: number; left: number }[] = []
  try {
    for (const { segment, bytes } of segments)
      sources.push({ fd: openSync(segmentPath(folder, segment), 'r'), left: bytes })
    const part = await beginPart(to)
    try {
      for (const source of sources) await drain(source, part, signal)
      return await endPart(part)
    } catch (error) {
      await part.file.close().catch(() => undefined)
      throw error
    }
  } finally {
    for (const { fd } of sources) closeSync(fd)
  }
}

const drain = async (
  source: { readonly fd: number; left: number },
  part: Part,
  signal: AbortSignal,
): Promise<void> => {
  const piece = Buffer.allocUnsafe(pieceBytes)
  while (source.left > 0) {
    signal.throwIfAborted()
    const read = readSync(source.fd, piece, 0, Math.min(source.left, pieceBytes), null)
    if (read === 0) throw new DangolError('ledger.journal-damaged', { reason: 'cut' })
    source.left -= read
    for (let done = 0; done < read; ) {
      const took = await writeSome(part, piece.subarray(done, read))
      if (took === 0) throw new DangolError('backup.file-too-large')
      done += took
    }
  }
}
