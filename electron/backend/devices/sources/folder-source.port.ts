import { createHash } from 'node:crypto'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Source } from '#shared/contract/devices.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DeviceLog } from '../device-log.ts'
import { importLimitBytes } from './file-import.ts'
import type { FolderMemory } from './folder-memory.port.ts'
import { createSettling, type SeenFile } from './settled-files.ts'
import type { RunningSource, SourceSink } from './source.ts'
import { createStreamIds } from './stream-ids.ts'

export type FolderSource = Extract<Source, { kind: 'folder' }>

export interface FolderParts {
  readonly clock: Clock
  readonly log: DeviceLog
  /** Opened with the first look; what it throws is told as the folder being away. */
  readonly memory: () => FolderMemory
  readonly lookMs?: number
}

/** Shares tell of changes late or never: the folder is looked at. */
const usualLookMs = 1000
/** Handed on in pieces, as a line would. */
const pieceBytes = 64 * 1024

/**
 * Reads the files that a POS prints into a folder, each once, as a stream of its own, when it has stopped growing.
 * Never writes, renames or deletes there. Folders inside it and files whose names begin with a dot or end in
 * `.tmp` are left alone; files above the import limit are told to the log and not read.
 */
export const runFolderSource = (
  source: FolderSource,
  sink: SourceSink,
  parts: FolderParts,
): RunningSource => {
  const { clock, log, lookMs = usualLookMs } = parts
  const nextStream = createStreamIds(source.id, clock.now())
  const settled = createSettling()
  const stopping = new AbortController()
  const tooLarge = new Set<string>()
  let known: FolderMemory | null = null

  const read = async (file: SeenFile, memory: FolderMemory): Promise<void> => {
    const print = { name: shortHash(file.name), size: file.size, changedAt: file.changedAt }
    if (memory.knows(print)) return
    if (file.size > importLimitBytes) {
      if (!tooLarge.has(print.name)) log.warn({ sourceId: source.id, size: file.size }, 'file too large')
      tooLarge.add(print.name)
      return
    }
    const bytes = await wholeFile(join(source.folder, file.name), file)
    // It grew while it was read, or it is gone: the next look tells.
    if (bytes === null || stopping.signal.aborted) return
    const whole = { ...print, hash: shortHash(bytes) }
    if (!memory.knowsContents(whole)) {
      const stream = nextStream()
      for (let at = 0; at < bytes.length; at += pieceBytes)
        sink.bytes(stream, bytes.subarray(at, at + pieceBytes), clock.now())
      sink.closed(stream, clock.now())
    }
    // Noted down last: after a crash in between it is read twice, and joined as a copy.
    memory.remember(whole)
  }

  const look = async (): Promise<void> => {
    try {
      known ??= parts.memory()
      const memory = known
      const seen = await filesIn(source.folder)
      sink.state('connected', null)
      for (const file of settled(seen)) {
        if (stopping.signal.aborted) return
        await read(file, memory).catch((error: unknown) =>
          log.warn({ sourceId: source.id, code: codeOf(error) }, 'file not read'),
        )
      }
    } catch {
      sink.state('away', { code: 'source.folder-away', params: { path: source.folder } })
    }
  }
  const watch = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await look()
      await pause(lookMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  sink.state('waiting', null)
  const watching = watch()
  return {
    async stop() {
      stopping.abort()
      await watching
    },
  }
}

const filesIn = async (folder: string): Promise<SeenFile[]> => {
  const entries = await readdir(folder, { withFileTypes: true })
  const files: SeenFile[] = []
  for (const { name } of entries.filter((entry) => entry.isFile() && !isUnfinished(entry.name))) {
    const found = await stat(join(folder, name)).catch(() => null)
    if (found?.isFile()) files.push({ name, size: found.size, changedAt: Math.floor(found.mtimeMs) })
  }
  return files
}

const isUnfinished = (name: string): boolean => name.startsWith('.') || /\.(tmp|part)$/i.test(name)

/** Null when it is no longer as it was seen. */
const wholeFile = async (path: string, seen: SeenFile): Promise<Buffer | null> => {
  const file = await open(path, 'r')
  try {
    const bytes = await file.readFile()
    const after = await file.stat()
    const same = bytes.length === seen.size && Math.floor(after.mtimeMs) === seen.changedAt
    return same ? bytes : null
  } finally {
    await file.close()
  }
}

const shortHash = (of: string | Uint8Array): string =>
  createHash('sha256').update(of).digest('hex').slice(0, 32)

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
