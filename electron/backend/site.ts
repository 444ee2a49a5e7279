import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DangolError, type ErrorCode, isDangolError } from '#shared/errors.ts'
import type { CopyToRestore, RestoreKey } from './backup/backup-parts.ts'
import type { Guard } from './guarding.ts'
import { type OpenShop, openShop } from './open-shop.ts'
import type { Clock } from './platform/clock.ts'
import type { Emit } from './platform/emit.ts'
import { createLedger, ledgerPresence } from './platform/ledger/create.ts'
import { openLocked } from './platform/ledger/locked.ts'
import { type Ledger, openLedger } from './platform/ledger/open.ts'
import type { Recovered } from './platform/ledger/recover.ts'
import type { Restored } from './platform/ledger/restore.ts'
import type { UpdateStep } from './platform/ledger/update-task.ts'
import { ledgerFiles } from './platform/ledger-files.ts'
import type { Log } from './platform/log/log.ts'
import { createCapturing } from './receipts/intake/capturing.service.ts'
import { readKeyFile } from './security/key-file.port.ts'
import type { Keychain } from './security/keychain.ts'
import { type LedgerKey, openKeys } from './security/keys.service.ts'
import { createSiteDevices, type SiteDevices } from './site-devices.ts'
import { createMending, refuseWeakPassphrase } from './site-mending.ts'
import { type Problem, type SiteState, type SiteStatus, statusOf } from './site-status.ts'

/** One shop: its ledger in whatever state it is, and its lines, which are captured in all of them. */
export interface Site {
  readonly devices: SiteDevices
  status(): SiteStatus & { readonly updating: UpdateStep | null }
  /** Throws `ledger.locked` and the like while it is not open. */
  open(): OpenShop
  /** Null while it is open, else the code that says why not. */
  closedBecause(): ErrorCode | null
  /** Who may do what, of the ledger that is open; null while none is. */
  guard(): Guard | null
  /** Finds out what is there, begins to capture, and opens by the keychain where the owner allowed that. */
  start(): Promise<void>
  /** @returns the recovery code. What was never confirmed may be made anew; it is put aside. */
  create(shopName: string, passphrase: string): Promise<string>
  confirmRecovery(typed: string): Promise<void>
  unlock(key: LedgerKey): Promise<void>
  unlockWithRecovery(recoveryCode: string, newPassphrase: string): Promise<void>
  /**
   * Puts a copy in place of the ledger and opens it. With the recovery code a new passphrase is set. Key and copy are
   * checked before the ledger that is there is let go of.
   */
  restore(from: CopyToRestore, key: RestoreKey): Promise<Restored>
  /** The ledger made again from its journal alone; what was there is kept aside. */
  rebuild(key: RestoreKey): Promise<Recovered>
  lock(): Promise<void>
  setUnattendedStart(on: boolean): Promise<void>
  /** A printer was set up or changed: what is queued may be printed now. */
  slipsMayPrint(): void
  /** Tries again what the disk refused. */
  retry(): void
  stop(): Promise<void>
}

export interface SiteParts {
  readonly ledgerPath: string
  readonly demo: boolean
  readonly clock: Clock
  readonly log: Log
  readonly emit: Emit
  readonly keychain: Keychain | null
  /** The status changed. */
  readonly changed: () => void
}

/** Nobody reads more of the same. */
const mostWrongKeys = 100

export const createSite = (parts: SiteParts): Site => {
  const { ledgerPath, clock, log, emit, keychain, changed } = parts
  mkdirSync(dirname(ledgerPath), { recursive: true, mode: 0o700 })
  const capturing = createCapturing({
    onProblem(code) {
      if (code !== null) log.warn('capture.waits', { code })
      changed()
    },
  })
  const devices = createSiteDevices({ folder: dirname(ledgerPath), clock, log, emit, capturing })
  let state: SiteState = { is: 'none' }
  let updating: UpdateStep | null = null
  /** Keys that did not fit while it was locked; on record once it is open. */
  let wrongKeys = 0
  // One change of state after another.
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }

  let telling: NodeJS.Timeout | null = null
  /** While it is locked, windows hear of what waits, twice a second at most. */
  const tellSoon = (): void => {
    telling ??= setTimeout(() => {
      telling = null
      if (state.is === 'locked') changed()
    }, 500).unref()
  }

  const become = (next: SiteState): void => {
    state = next
    if (next.is === 'open') {
      capturing.useJournal(next.shop.ledger.journal)
      capturing.useReader((sealed) => next.shop.ingest.captured(sealed))
    } else {
      capturing.useReader(next.is === 'locked' ? tellSoon : null)
      capturing.useJournal(next.is === 'locked' ? next.locked.journal : null)
    }
    changed()
  }

  const opened = (ledger: Ledger): void => {
    const shop = openShop({ ledger, clock, log, emit, printers: devices.printers, sources: devices.facts })
    log.info('ledger.opened', { redone: ledger.opened.redone, journalBehind: ledger.opened.journalBehind })
    become({ is: 'open', shop })
    for (; wrongKeys > 0; wrongKeys -= 1) shop.staff.guard.failed('ledger.unlock')
    shop.slips.start()
    shop.analytics.upkeep.start()
    shop.customers.start()
    const caughtUp = async (): Promise<void> => {
      try {
        await shop.ingest.start()
        changed()
      } catch (error) {
        log.error('ingest.catch-up', { error })
      }
    }
    void caughtUp()
  }

  const tellUpdating = (step: UpdateStep): void => {
    updating = step
    log.info('ledger.updating', { step })
    changed()
  }

  const tryLocked = (): void => {
    try {
      const locked = openLocked(ledgerPath)
      become({ is: 'locked', locked, problem: missingLedger(ledgerPath) })
    } catch (error) {
      log.error('ledger.hurt', { error })
      become({ is: 'hurt', problem: problemOf(error) })
    }
  }

  const unlockNow = async (key: LedgerKey): Promise<Ledger> => {
    if (state.is === 'none') throw new DangolError('ledger.none')
    if (state.is === 'hurt') tryLocked()
    if (state.is === 'hurt') throw new DangolError(state.problem.code, state.problem.params)
    if (state.is === 'open') {
      // Already open: the key has to fit all the same.
      const { shop } = state
      try {
        const keys = await openKeys(readKeyFile(ledgerFiles(ledgerPath).keys), key)
        keys.dataKey.fill(0)
        keys.journalPrivateKey.fill(0)
      } catch (error) {
        if (isWrongKey(error)) shop.staff.guard.failed('ledger.unlock')
        throw error
      }
      return shop.ledger
    }
    const { locked } = state
    try {
      const ledger = await openLedger({ path: ledgerPath, key, locked, updating: { at: tellUpdating } })
      updating = null
      opened(ledger)
      return ledger
    } catch (error) {
      updating = null
      if (!isWrongKey(error)) become({ is: 'locked', locked, problem: problemOf(error) })
      else if (!('keychain' in key)) wrongKeys = Math.min(wrongKeys + 1, mostWrongKeys)
      throw error
    }
  }

  const open = (): OpenShop => {
    if (state.is !== 'open') throw new DangolError(closedBecause() ?? 'ledger.locked')
    return state.shop
  }

  const guard = (): Guard | null => (state.is === 'open' ? state.shop.staff.guard : null)

  const closedBecause = (): ErrorCode | null => {
    if (state.is === 'none') return 'ledger.none'
    if (state.is === 'hurt') return state.problem.code
    if (state.is === 'locked') return state.problem?.code ?? 'ledger.locked'
    return state.shop.ledger.keys.recoveryConfirmed ? null : 'ledger.recovery-not-confirmed'
  }

  const lockNow = async (): Promise<void> => {
    if (state.is !== 'open') return
    const { shop } = state
    capturing.useReader(null)
    await shop.stop()
    become({ is: 'locked', locked: shop.ledger.lock(), problem: null })
  }

  /** Without a word to the windows: what they show goes on until the other ledger is open. */
  const letGo = async (): Promise<void> => {
    capturing.useReader(null)
    if (state.is === 'open') {
      await state.shop.stop()
      state = { is: 'locked', locked: state.shop.ledger.lock(), problem: null }
    }
    capturing.useJournal(null)
    if (state.is === 'locked') state.locked.close()
    state = { is: 'none' }
  }

  const lookAgain = (): void => {
    if (ledgerPresence(ledgerPath) === 'there') tryLocked()
    else become({ is: 'none' })
  }

  const mending = createMending({
    ledgerPath,
    clock,
    devices,
    letGo,
    lookAgain,
    unlock: unlockNow,
  })

  return {
    devices,
    open,
    closedBecause,
    guard,
    status: () => ({ ...statusOf(state, capturing.problem()), updating }),
    retry: () => capturing.retry(),
    slipsMayPrint: () => {
      if (state.is === 'open') state.shop.slips.kick()
    },
    start: () =>
      inTurn(async () => {
        if (ledgerPresence(ledgerPath) !== 'there') become({ is: 'none' })
        else tryLocked()
        await devices.start()
        if (state.is === 'locked' && state.problem === null && state.locked.keychain && keychain !== null) {
          await unlockNow({ keychain }).catch((error: unknown) => log.warn('keychain.unlock', { error }))
        }
      }),
    create: (shopName, passphrase) =>
      inTurn(async () => {
        const unconfirmed = statusOf(state, null).phase === 'unconfirmed'
        if (state.is !== 'none' && !unconfirmed) throw new DangolError('ledger.exists')
        refuseWeakPassphrase(passphrase)
        if (unconfirmed) {
          await lockNow()
          if (state.is === 'locked') state.locked.close()
          become({ is: 'none' })
          putAside(ledgerPath)
        }
        const { ledger, recoveryCode } = await createLedger({
          path: ledgerPath,
          passphrase,
          shopName: shopName.normalize('NFC'),
          demo: parts.demo,
          clock,
        })
        opened(ledger)
        return recoveryCode
      }),
    confirmRecovery: (typed) =>
      inTurn(async () => {
        const ledger = state.is === 'open' ? state.shop.ledger : await unlockNow({ recoveryCode: typed })
        await ledger.keys.confirmRecovery(typed)
        changed()
      }),
    unlock: (key) => inTurn(async () => void (await unlockNow(key))),
    unlockWithRecovery: (recoveryCode, newPassphrase) =>
      inTurn(async () => {
        refuseWeakPassphrase(newPassphrase)
        const ledger = await unlockNow({ recoveryCode })
        await ledger.keys.confirmRecovery(recoveryCode)
        await ledger.keys.changePassphrase(newPassphrase)
        changed()
      }),
    restore: (from, key) =>
      inTurn(async () => {
        const restored = await mending.restore(from, key)
        changed()
        return restored
      }),
    rebuild: (key) =>
      inTurn(async () => {
        const rebuilt = await mending.rebuild(key)
        changed()
        return rebuilt
      }),
    lock: () => inTurn(lockNow),
    setUnattendedStart: (on) =>
      inTurn(async () => {
        if (on && keychain === null) throw new DangolError('ledger.keychain-away')
        await open().ledger.keys.setKeychain(on ? keychain : null)
        changed()
      }),
    stop: () =>
      inTurn(async () => {
        await devices.stop()
        await lockNow()
        if (state.is === 'locked') state.locked.close()
        become({ is: 'none' })
      }),
  }
}

const problemOf = (error: unknown): Problem =>
  isDangolError(error) ? { code: error.code, params: { ...error.params } } : { code: 'ledger.io', params: {} }

/** A key that does not fit says nothing about the ledger. */
const isWrongKey = (error: unknown): boolean =>
  isDangolError(error) &&
  ['ledger.wrong-passphrase', 'ledger.wrong-recovery-code', 'ledger.keychain-away'].includes(error.code)

/** Keys and journal are there, the ledger is not, or is empty: to be seen before anybody types a passphrase. */
const missingLedger = (path: string): Problem | null => {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return { code: 'ledger.missing', params: {} }
  return stat.size === 0 ? { code: 'ledger.empty-file', params: {} } : null
}

/** A ledger whose recovery code nobody has: kept out of the way. */
const putAside = (path: string): void => {
  const files = ledgerFiles(path)
  let number = 1
  while (existsSync(`${path}.unconfirmed-${number}`)) number += 1
  for (const file of [files.journal, files.keys, files.wal, files.sharedMemory, files.ledger]) {
    if (existsSync(file)) renameSync(file, `${file}.unconfirmed-${number}`)
  }
}
