import './zod-without-eval.ts'
import { join } from 'node:path'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Caller } from '#shared/contract/wire.ts'
import type { Result } from '#shared/result.ts'
import { backendHandlers } from './backend-handlers.ts'
import { createBackup } from './backup/backup.service.ts'
import { type Drives, systemDrives } from './backup/drives.port.ts'
import { createSchedule } from './backup/schedule.service.ts'
import { ledgerIdAt } from './backup/snapshot.port.ts'
import { createClockWatch } from './clock-watch.ts'
import { createDemoShop } from './demo-shop.ts'
import { openGuest } from './open-guest.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import type { Emit } from './platform/emit.ts'
import { createLogger, type FileLog } from './platform/log/logger.ts'
import { pruneOldBytes } from './receipts/intake/pruning.service.ts'
import { createRouter } from './router.ts'
import { startScheduler } from './scheduler.ts'
import type { Keychain } from './security/keychain.ts'
import { createSite, type Site } from './site.ts'

export interface BackendOptions {
  /** Folder of ledger, keys, journal, device settings, demo shop and logs; made when it is missing. */
  readonly dataFolder: string
  readonly version: string
  readonly clock?: Clock
  /** Null where there is none: the passphrase is asked for at every start. */
  readonly keychain: Keychain | null
  /** The sticks that are in; the system's own unless a test says otherwise. */
  readonly drives?: Drives
  /** Hears of everything that windows are told. */
  readonly emit: Emit
}

/** The whole program without a window: the utility process, the tests and the demo use this very thing. */
export interface Backend {
  /** Never rejects. */
  call(name: string, input: unknown, from?: Caller): Promise<Result<unknown>>
  /** The PC was asleep: the lines are opened anew. */
  wake(): void
  /** The PC goes to sleep or its screen is locked: whoever had said who they are has to say so again. */
  lockDoors(): void
  /** Sources, printers and ledger are closed when it resolves. */
  close(): Promise<void>
}

/** Starts capturing at once, whether the ledger can be opened or not. */
export const createBackend = async (options: BackendOptions): Promise<Backend> => {
  const { dataFolder, keychain, clock = systemClock } = options
  const log: FileLog = createLogger({ folder: join(dataFolder, 'logs') })
  let demo: Site | null = null

  const statusNow = (): CallOutput<'app.status'> => ({
    ...(demo ?? own).status(),
    version: options.version,
    demo: demo !== null,
    dataFolder,
    lastBackup: demo === null ? backup.last() : null,
    room: demo === null ? backup.room.room() : 'fine',
    clock: clockWatch.fault(),
  })
  /** Windows are told of the shop that they look at; the other one goes on quietly. */
  const emitOf =
    (looksAt: () => boolean): Emit =>
    (name, payload) => {
      if (looksAt()) tell(name, payload)
    }

  const guest = openGuest({
    folder: dataFolder,
    clock,
    emit: options.emit,
    open: () => (started && (demo ?? own).closedBecause() === null ? (demo ?? own).open() : null),
    isDemo: () => demo !== null,
  })
  const tell: Emit = (name, payload) => {
    options.emit(name, payload)
    if (started) guest.heard(name, payload)
  }

  const ledgerPath = join(dataFolder, 'ledger.dangol')
  const own = createSite({
    ledgerPath,
    demo: false,
    clock,
    log,
    keychain,
    emit: emitOf(() => demo === null),
    changed: () => {
      if (demo === null && started) tell('app.changed', statusNow())
    },
  })
  let started = false
  const backup = createBackup({
    ledgerPath,
    folder: dataFolder,
    ledger: () => own.open().ledger,
    ledgerId: () => ledgerIdAt(ledgerPath),
    firstUnread: () => own.open().ingest.firstUnread(),
    restore: async (from, key) => {
      const restored = await own.restore(from, key)
      if (from.guest !== null) guest.setting.takeOver(from.guest)
      return restored
    },
    rebuild: (key) => own.rebuild(key),
    drives: options.drives ?? systemDrives,
    clockIsRight: () => clockWatch.fault() === null,
    clock,
    log,
    emit: options.emit,
    changed: () => tell('app.changed', statusNow()),
  })
  const clockWatch = createClockWatch({
    site: () => demo ?? own,
    now: () => clock.now(),
    log,
    changed: () => tell('app.changed', statusNow()),
  })
  const schedule = createSchedule({ backup, clock, log, isOpen: () => own.closedBecause() === null })
  const demoShop = createDemoShop({
    folder: join(dataFolder, 'demo'),
    clock,
    log,
    emit: emitOf(() => demo !== null),
    changed: () => {
      if (demo !== null) tell('app.changed', statusNow())
    },
  })

  // Two clicks make one demo shop.
  let turn: Promise<void> = Promise.resolve()
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }

  const handlers = backendHandlers({
    site: () => demo ?? own,
    own,
    backup,
    guest,
    now: () => clock.now(),
    status: statusNow,
    changed: () => tell('app.changed', statusNow()),
    enterDemo: () =>
      inTurn(async () => {
        if (demo !== null) return
        demo = await demoShop.enter()
        tell('app.changed', statusNow())
      }),
    leaveDemo: () =>
      inTurn(async () => {
        if (demo === null) return
        const left = demo
        demo = null
        await demoShop.leave(left)
        tell('app.changed', statusNow())
      }),
  })
  const router = createRouter({
    handlers,
    log,
    closedBecause: () => (demo ?? own).closedBecause(),
    guard: () => (demo ?? own).guard(),
  })

  await own.start()
  demo = await demoShop.resume()
  started = true
  guest.setting.tellPlace()
  const scheduler = startScheduler(
    [
      { name: 'retry captures', everyMs: 2_000, run: () => own.retry() },
      { name: 'backups', everyMs: 60_000, run: () => void schedule.look() },
      { name: 'clock', everyMs: 60_000, run: () => clockWatch.look() },
      { name: 'chain', everyMs: 2_000, run: () => chain(own) },
      { name: 'health', everyMs: 10_000, run: () => lookAfter(own) },
      { name: 'prune access', everyMs: 60 * 60_000, run: () => pruneAccess(own) },
      { name: 'groups', everyMs: 60_000, run: () => keepGroups(demo ?? own) },
      { name: 'month lists', everyMs: 60_000, run: () => listMonths(demo ?? own) },
      { name: 'points', everyMs: 60_000, run: () => points(demo ?? own) },
      { name: 'rewards', everyMs: 60_000, run: () => rewards(demo ?? own) },
      { name: 'tidy sheets', everyMs: 30 * 60_000, run: () => tidySheets(own) },
      {
        name: 'prune bytes',
        everyMs: 10 * 60_000,
        run: () => {
          if (clockWatch.fault() === null) prune(own, clock)
        },
      },
    ],
    log,
  )
  log.info('backend.started', { version: options.version, phase: own.status().phase })

  return {
    call: (name, input, from) => router.call(name, input, from),
    wake() {
      own.devices.sources.wake()
      demo?.devices.sources.wake()
    },
    lockDoors() {
      for (const site of [own, demo]) if (site?.closedBecause() === null) site.open().staff.doors.leave()
    },
    async close() {
      scheduler.stop()
      guest.screen.stop()
      await turn
      await backup.stop()
      await demo?.stop()
      await own.stop()
      log.info('backend.closed')
      log.close()
    },
  }
}

/** Points entries get their links soon, also when nobody looks at anything. */
const chain = (site: Site): void => {
  if (site.closedBecause() === null) site.open().staff.access.flush()
}

/** Once a day, and soon after it was opened. */
const lookAfter = (site: Site): void => {
  if (site.closedBecause() === null) site.open().health.look()
}

const pruneAccess = (site: Site): void => {
  if (site.closedBecause() !== null) return
  site.open().staff.access.prune()
  site.open().staff.people.prune()
}

/** Business days that are over. */
const keepGroups = (site: Site): void => {
  if (site.closedBecause() === null) void site.open().segments.look()
}

/** Customers of months that are over. */
const listMonths = (site: Site): void => {
  if (site.closedBecause() === null) void site.open().analytics.lists.look()
}

const rewards = (site: Site): void => {
  if (site.closedBecause() === null) site.open().rewards.look()
}

/** Points and prepaid end on their day, and balances are counted again once a day. */
const points = (site: Site): void => {
  if (site.closedBecause() !== null) return
  site.open().pointsDesk.look()
  site.open().prepaid.look()
}

/** What stood in cells on days that are over. */
const tidySheets = (site: Site): void => {
  if (site.closedBecause() === null) site.open().sheets.tidy()
}

const prune = (site: Site, clock: Clock): void => {
  if (site.closedBecause() === null) pruneOldBytes(site.open().ledger.unit, clock)
}
