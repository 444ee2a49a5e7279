import { join } from 'node:path'
import type { Source } from '#shared/contract/devices.ts'
import { settingsOf } from './devices/device-settings.ts'
import { type DeviceStore, openDeviceStore } from './devices/device-store.port.ts'
import { openPrinterMemory } from './devices/printers/printer-memory.port.ts'
import { createPrinters, type Printers } from './devices/printers.service.ts'
import { createSettingsFinder, type SettingsFinder } from './devices/settings-finder.service.ts'
import { createSources, type Sources } from './devices/sources.service.ts'
import { deviceLog } from './open-shop.ts'
import type { Clock } from './platform/clock.ts'
import type { Emit } from './platform/emit.ts'
import type { Log } from './platform/log/log.ts'
import type { Capturing } from './receipts/intake/capturing.service.ts'
import type { SourceFacts } from './receipts/intake/ingest.service.ts'

/** The lines and printers of one shop, open or locked. */
export interface SiteDevices {
  readonly store: DeviceStore
  readonly sources: Sources
  readonly finder: SettingsFinder
  readonly printers: Printers
  readonly facts: SourceFacts
  /** Settings that a backup brought along; kept only where there are none yet. */
  takeOver(settings: string): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

export interface SiteDevicesParts {
  readonly folder: string
  readonly clock: Clock
  readonly log: Log
  readonly emit: Emit
  readonly capturing: Capturing
}

/** A paper that a crash cut in two goes on after a restart, when its other half comes so soon. */
const resumeMs = 10_000
const usualGapMs = 1_000

/** Bytes of every source go to be captured; their streams are known by keys that begin with the source's id. */
export const createSiteDevices = ({ folder, clock, log, emit, capturing }: SiteDevicesParts): SiteDevices => {
  const store = openDeviceStore(join(folder, 'devices.json'))
  if (store.setAside !== null) log.warn('devices.set-aside')
  const live = new Set<string>()
  const sourceOf = (streamKey: string): Source | undefined =>
    store.read().sources.find((source) => source.id === sourceIdOf(streamKey))
  /** Goes on where it was when its port is opened again. */
  const isLine = (streamKey: string): boolean => {
    const kind = sourceOf(streamKey)?.kind
    return kind === 'serial' || kind === 'pass-through'
  }
  /** A serial line is one stream for ever: what was being printed goes on when the port is opened again. */
  const keyOf = (sourceId: string, streamId: string): string => (isLine(sourceId) ? sourceId : streamId)

  const sources = createSources({
    store,
    clock,
    log: deviceLog(log),
    notesFolder: join(folder, 'sources'),
    onBytes(sourceId, streamId, bytes, at) {
      const key = keyOf(sourceId, streamId)
      live.add(key)
      capturing.bytes(key, sourceOf(sourceId)?.encoding ?? 'cp949', bytes, at)
    },
    onClose(sourceId, streamId, at) {
      const key = keyOf(sourceId, streamId)
      if (live.delete(key)) capturing.closed(key, sourceOf(sourceId)?.encoding ?? 'cp949', at)
    },
    onStatus: (status) => emit('source.status', status),
  })
  const finder = createSettingsFinder({
    sources,
    progress: (search) => emit('source.search', search),
    /** What read well is a receipt like any other. */
    onLegible(path, encoding, bytes) {
      const source = sources.list().find((one) => one.kind === 'serial' && one.path === path)
      if (source === undefined) return
      live.add(source.id)
      capturing.bytes(source.id, encoding, bytes, clock.now())
    },
  })
  const printers = createPrinters({
    store,
    clock,
    log: deviceLog(log),
    onStatus: (status) => emit('printer.status', status),
    memory: openPrinterMemory(join(folder, 'printers.json')),
  })
  return {
    store,
    sources,
    finder,
    printers,
    facts: {
      sourceId: sourceIdOf,
      sourceName: (key) => sourceOf(key)?.name ?? sourceIdOf(key),
      idleGapMs: (key) => sourceOf(key)?.idleGapMs ?? usualGapMs,
      mayGoOn: (key, lastAt, now) => live.has(key) || (isLine(key) && now - lastAt < resumeMs),
    },
    async takeOver(text) {
      const settings = settingsOf(text)
      if (settings === null || sources.list().length > 0 || printers.list().length > 0) return
      for (const printer of settings.printers) await printers.save(printer)
      for (const source of settings.sources) await sources.save(source)
    },
    async start() {
      await printers.start()
      await sources.start()
    },
    async stop() {
      await finder.stop()
      await sources.stop()
      await printers.stop()
    },
  }
}

const sourceIdOf = (streamKey: string): string => streamKey.split(':', 1)[0] ?? streamKey
