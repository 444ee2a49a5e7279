import { join } from 'node:path'
import type { Source, SourceStatus } from '#shared/contract/devices.ts'
import type { EpochMs } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import type { Clock } from '../platform/clock.ts'
import type { DeviceLog } from './device-log.ts'
import { withDevice, withoutDevice } from './device-settings.ts'
import type { DeviceStore } from './device-store.port.ts'
import { type Habit, openHabit } from './sources/heard-hours.port.ts'
import { holds, leadsToItself } from './sources/in-the-line.ts'
import { runSource } from './sources/run-source.port.ts'
import type { RunningSource, SourceSink } from './sources/source.ts'

export interface SourcesOptions {
  readonly store: DeviceStore
  readonly clock: Clock
  readonly log: DeviceLog
  /** Where sources note down which files they have read, and when they are usually heard. */
  readonly notesFolder: string
  /** Bytes as they came. A throw is logged and does not stop the source. */
  onBytes(sourceId: string, streamId: string, bytes: Uint8Array, at: EpochMs): void
  /** A stream ended; its unfinished paper is finished. */
  onClose(sourceId: string, streamId: string, at: EpochMs): void
  onStatus(status: SourceStatus): void
  /** How often it is looked whether a line has gone quiet and whether the PC was asleep, ms. */
  readonly lookMs?: number
}

/** Listens to the shop's POS lines. It reads nothing into the bytes and keeps none of them. */
export interface Sources {
  /** Starts every enabled source. Ports that are away are waited for; nothing here rejects because of them. */
  start(): Promise<void>
  stop(): Promise<void>
  list(): readonly Source[]
  /** Throws `source.not-found`. */
  get(id: string): Source
  status(): readonly SourceStatus[]
  /**
   * Adds or replaces by id; a running one is started anew with its new settings. Rejects with `source.to-itself`
   * where POS and printer would be one place.
   */
  save(source: Source): Promise<void>
  /** Throws `source.not-found`. */
  remove(id: string): Promise<void>
  /** Lets others have a port: sources on it are stopped, and go on when the work is over, however it ends. */
  lend<T>(path: string, work: () => Promise<T>): Promise<T>
  /** The PC woke up: every line is opened anew at once. */
  wake(): void
}

interface Slot {
  status: SourceStatus
  running: RunningSource | null
  readonly habit: Habit
  /** Set while figures have changed that nobody was told of yet. */
  untold: NodeJS.Timeout | null
}

/** Figures are told at most this often; one event for each chunk would flood the windows. */
const figuresMs = 300
const usualLookMs = 5000
/** A look that comes so much too late: the PC was asleep and nobody said so, ms. */
const asleepMs = 30_000

export const createSources = (options: SourcesOptions): Sources => {
  const { store, clock, log, notesFolder } = options
  const slots = new Map<string, Slot>()
  let started = false
  // Settings change one after the other, so that a port is closed before it is opened again.
  let turn: Promise<void> = Promise.resolve()
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }

  const guarded = (sourceId: string, work: () => void): void => {
    try {
      work()
    } catch (error) {
      log.warn({ sourceId, error: error instanceof Error ? error.name : 'unknown' }, 'source listener threw')
    }
  }

  const tell = (slot: Slot, change: Partial<SourceStatus>): void => {
    forget(slot)
    slot.status = { ...slot.status, ...change }
    const { status } = slot
    guarded(status.id, () => options.onStatus(status))
  }

  const sinkOf = (source: Source, slot: Slot): SourceSink => ({
    bytes(streamId, bytes, at) {
      slot.status = { ...slot.status, bytes: slot.status.bytes + bytes.length, lastByteAt: at }
      slot.untold ??= setTimeout(() => tell(slot, { quiet: false }), figuresMs)
      slot.habit.heard(at)
      guarded(source.id, () => options.onBytes(source.id, streamId, bytes, at))
    },
    closed: (streamId, at) => guarded(source.id, () => options.onClose(source.id, streamId, at)),
    state(connection, problem) {
      const same = slot.status.connection === connection && slot.status.problem?.code === problem?.code
      if (same) return
      log.info({ sourceId: source.id, connection, problem: problem?.code ?? null }, 'source state')
      tell(slot, { connection, problem })
    },
  })

  const startOne = (source: Source): void => {
    const habit = openHabit(join(notesFolder, `${source.id}.hours`))
    const slot: Slot = { status: idleStatus(source), running: null, habit, untold: null }
    slots.set(source.id, slot)
    if (source.enabled) slot.running = runSource(source, sinkOf(source, slot), { clock, log, notesFolder })
    tell(slot, {})
  }

  const stopOne = async (id: string): Promise<void> => {
    const slot = slots.get(id)
    slots.delete(id)
    await slot?.running?.stop()
    if (slot !== undefined) forget(slot)
  }

  const wake = (): void => {
    log.info({}, 'lines opened anew')
    for (const { running } of slots.values()) running?.wake?.()
  }
  let looking: NodeJS.Timeout | undefined
  let looked = 0
  const look = (): void => {
    const now = clock.now()
    if (now - looked > asleepMs) wake()
    looked = now
    for (const slot of slots.values()) {
      const quiet = slot.status.connection !== 'off' && slot.habit.quiet(now)
      if (quiet !== slot.status.quiet) tell(slot, { quiet })
    }
  }

  const get = (id: string): Source => {
    const found = store.read().sources.find((source) => source.id === id)
    if (found === undefined) throw new DangolError('source.not-found')
    return found
  }

  return {
    start: () =>
      inTurn(async () => {
        if (started) return
        started = true
        looked = clock.now()
        looking = setInterval(look, options.lookMs ?? usualLookMs)
        for (const source of store.read().sources) startOne(source)
      }),
    stop: () =>
      inTurn(async () => {
        started = false
        clearInterval(looking)
        await Promise.all([...slots.keys()].map(stopOne))
      }),
    async lend(path, work) {
      await inTurn(async () => {
        for (const { id } of store.read().sources.filter((source) => holds(source, path))) await stopOne(id)
      })
      try {
        return await work()
      } finally {
        await inTurn(async () => {
          for (const source of store.read().sources)
            if (started && holds(source, path) && !slots.has(source.id)) startOne(source)
        })
      }
    },
    wake,
    list: () => store.read().sources,
    get,
    status: () => store.read().sources.map((source) => slots.get(source.id)?.status ?? idleStatus(source)),
    save: (source) =>
      inTurn(async () => {
        if (leadsToItself(source)) throw new DangolError('source.to-itself')
        const settings = store.read()
        store.write({ ...settings, sources: withDevice(settings.sources, source) })
        await stopOne(source.id)
        if (started) startOne(source)
      }),
    remove: (id) =>
      inTurn(async () => {
        get(id)
        const settings = store.read()
        store.write({ ...settings, sources: withoutDevice(settings.sources, id) })
        await stopOne(id)
      }),
  }
}

const forget = (slot: Slot): void => {
  if (slot.untold !== null) clearTimeout(slot.untold)
  slot.untold = null
}

const idleStatus = (source: Source): SourceStatus => ({
  id: source.id,
  name: source.name,
  kind: source.kind,
  connection: 'off',
  problem: null,
  bytes: 0,
  lastByteAt: null,
  quiet: false,
})
