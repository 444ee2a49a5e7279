import { inflateRawSync } from 'node:zlib'
import { limits, UnreadableFile } from './table.ts'

interface Entry {
  readonly method: number
  readonly at: number
  readonly packed: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50

/**
 * The files of a ZIP archive, unpacked in memory and only when asked for: what people have written in a workbook must
 * not lie about in temporary files, and an archive that swells without end is given up at its limit.
 */
export interface Zip {
  readonly names: readonly string[]
  /** Null where there is no such file. Throws `UnreadableFile`: `too-large`, `damaged`, `password`. */
  text(name: string): string | null
}

/** @throws UnreadableFile `damaged` where the directory cannot be found. */
export const openZip = (bytes: Buffer): Zip => {
  const entries = directoryOf(bytes)
  return {
    names: [...entries.keys()],
    text(name) {
      const entry = entries.get(name)
      return entry === undefined ? null : unpack(bytes, entry).toString('utf8')
    },
  }
}

const directoryOf = (bytes: Buffer): Map<string, Entry> => {
  const entries = new Map<string, Entry>()
  try {
    const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
    if (end < 0 || bytes.readUInt32LE(end) !== endMark) throw new UnreadableFile('damaged')
    const count = bytes.readUInt16LE(end + 10)
    let at = bytes.readUInt32LE(end + 16)
    for (let index = 0; index < count; index += 1) {
      if (bytes.readUInt32LE(at) !== entryMark) throw new UnreadableFile('damaged')
      if ((bytes.readUInt16LE(at + 8) & 1) !== 0) throw new UnreadableFile('password')
      const nameLength = bytes.readUInt16LE(at + 28)
      const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
      entries.set(name.replaceAll('\\', '/').replace(/^\//, ''), {
        method: bytes.readUInt16LE(at + 10),
        packed: bytes.readUInt32LE(at + 20),
        at: bytes.readUInt32LE(at + 42),
      })
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('damaged', { cause: error })
  }
  return entries
}

const unpack = (bytes: Buffer, entry: Entry): Buffer => {
  try {
    if (bytes.readUInt32LE(entry.at) !== localMark) throw new UnreadableFile('damaged')
    const from = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28)
    const packed = bytes.subarray(from, from + entry.packed)
    if (entry.method === 0) return packed
    if (entry.method !== 8) throw new UnreadableFile('damaged')
    return inflateRawSync(packed, { maxOutputLength: limits.unpackedBytes })
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    const swollen =
      error instanceof RangeError ||
      (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
    throw new UnreadableFile(swollen ? 'too-large' : 'damaged', { cause: error })
  }
}
