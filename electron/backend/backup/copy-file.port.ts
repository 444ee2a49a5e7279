import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'

export interface FileWork {
  readonly signal: AbortSignal
  /** Bytes so far. */
  readonly onBytes: (done: number) => void
}

const pieceBytes = 1024 * 1024

/** Reads a whole file a piece at a time, so that everything else goes on. */
const eachPiece = async (
  path: string,
  { signal, onBytes }: FileWork,
  take: (piece: Buffer) => Promise<void> | void,
): Promise<void> => {
  const file = await open(path, 'r')
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

const writeAll = async (file: FileHandle, piece: Buffer): Promise<void> => {
  for (let done = 0; done < piece.length; )
    done += (await file.write(piece, done, piece.length - done, null)).bytesWritten
}

/** A copy of `from` that is on disk when the promise resolves. Refuses a target that is there. */
export const copyFileDurably = async (from: string, to: string, work: FileWork): Promise<void> => {
  const out = await open(to, 'wx', 0o600)
  try {
    await eachPiece(from, work, (piece) => writeAll(out, piece))
    await out.sync()
  } finally {
    await out.close()
  }
}

/** Hex. */
export const hashFile = async (path: string, work: FileWork): Promise<string> => {
  const hash = createHash('sha256')
  await eachPiece(path, work, (piece) => void hash.update(piece))
  return hash.digest('hex')
}
