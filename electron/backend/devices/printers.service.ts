import type { Printer, PrinterStatus, PrintPurpose } from '#shared/contract/devices.ts'
import { DangolError } from '#shared/errors.ts'
import type { Clock } from '../platform/clock.ts'
import type { DeviceLog } from './device-log.ts'
import { withDevice, withoutDevice } from './device-settings.ts'
import type { DeviceStore } from './device-store.port.ts'
import { PrinterStopped, type PrintJob, type PrintOutcome } from './printers/print-job.ts'
import { type PrinterLimits, usualLimits } from './printers/printer-limits.ts'
import { openPrinterMemory, type PrinterMemory } from './printers/printer-memory.port.ts'
import { better } from './printers/printer-memory.ts'
import { runPrinter } from './printers/run-printer.port.ts'
import type { RunningPrinter } from './printers/running-printer.ts'

export interface PrintersOptions {
  readonly store: DeviceStore
  readonly clock: Clock
  readonly log: DeviceLog
  onStatus(status: PrinterStatus): void
  /** What is known of printers from before; kept for the running program only when left out. */
  readonly memory?: PrinterMemory
  /** For tests and impatient shops. */
  readonly limits?: Partial<PrinterLimits>
}

/** The shop's printers. Jobs of one printer are printed one after the other, in the order they were given. */
export interface Printers {
  start(): Promise<void>
  /** Jobs that have not begun are given up (they reject), those that have begun end as they stand. */
  stop(): Promise<void>
  list(): readonly Printer[]
  /** Throws `printer.not-found`. */
  get(id: string): Printer
  /**
   * The first one for this purpose that is switched on, in the order in which they were added, one with paper before
   * the screen; else the first of those that are for nothing in particular, else the first. Null when there is none.
   */
  forPurpose(purpose: PrintPurpose): Printer | null
  status(): readonly PrinterStatus[]
  save(printer: Printer): Promise<void>
  /** Throws `printer.not-found`. */
  remove(id: string): Promise<void>
  /**
   * Waits for the printer as long as it takes (away, no paper, cover open: told by its status), then prints.
   * Before it has begun it rejects: with `printer.not-found` when the printer is removed or switched off, with
   * `printer.away` when the program stops, with the signal's reason, or with whatever `starting` threw.
   */
  print(id: string, job: PrintJob): Promise<PrintOutcome>
}

interface Slot {
  status: PrinterStatus
  readonly running: RunningPrinter
}

export const createPrinters = (options: PrintersOptions): Printers => {
  const { store, clock, log } = options
  const limits = { ...usualLimits, ...options.limits }
  const memory = options.memory ?? openPrinterMemory(null)
  const slots = new Map<string, Slot>()
  let started = false
  let turn: Promise<void> = Promise.resolve()
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }

  const tell = (status: PrinterStatus): void => {
    try {
      options.onStatus(status)
    } catch (error) {
      log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'printer listener threw')
    }
  }

  const startOne = (printer: Printer): void => {
    if (!printer.enabled) {
      tell(idleStatus(printer))
      return
    }
    const known = memory.answers(printer)
    let status: PrinterStatus = { ...idleStatus(printer), answers: known }
    const become = (next: PrinterStatus): void => {
      status = next
      const slot = slots.get(printer.id)
      if (slot !== undefined) slot.status = status
      tell(status)
    }
    const running = runPrinter(printer, {
      clock,
      log,
      limits,
      known,
      learned(answers) {
        const now = better(status.answers, answers)
        if (status.answers === now) return
        memory.learn(printer, now)
        become({ ...status, answers: now })
      },
      state(connection, problem) {
        if (status.connection === connection && status.problem?.code === problem?.code) return
        log.info({ printerId: printer.id, connection, problem: problem?.code ?? null }, 'printer state')
        become({ ...status, connection, problem })
      },
    })
    slots.set(printer.id, { status, running })
  }

  const stopOne = async (id: string): Promise<void> => {
    const slot = slots.get(id)
    slots.delete(id)
    await slot?.running.stop()
  }

  const get = (id: string): Printer => {
    const found = store.read().printers.find((printer) => printer.id === id)
    if (found === undefined) throw new DangolError('printer.not-found')
    return found
  }

  return {
    start: () =>
      inTurn(async () => {
        if (started) return
        started = true
        for (const printer of store.read().printers) startOne(printer)
      }),
    stop: () =>
      inTurn(async () => {
        started = false
        await Promise.all([...slots.keys()].map(stopOne))
      }),
    list: () => store.read().printers,
    get,
    forPurpose: (purpose) => printerFor(purpose, store.read().printers),
    status: () =>
      store.read().printers.map((printer) => slots.get(printer.id)?.status ?? idleStatus(printer)),
    save: (printer) =>
      inTurn(async () => {
        const settings = store.read()
        store.write({ ...settings, printers: withDevice(settings.printers, printer) })
        await stopOne(printer.id)
        if (started) startOne(printer)
      }),
    remove: (id) =>
      inTurn(async () => {
        get(id)
        const settings = store.read()
        store.write({ ...settings, printers: withoutDevice(settings.printers, id) })
        memory.forget(id)
        await stopOne(id)
      }),
    async print(id, job) {
      for (;;) {
        // Settings that are being changed are waited for: a job that has not begun goes to the printer as it is then.
        await turn
        if (!started) throw new DangolError('printer.away')
        const slot = slots.get(id)
        if (slot === undefined) throw new DangolError('printer.not-found')
        try {
          return await slot.running.print(job)
        } catch (error) {
          if (!(error instanceof PrinterStopped)) throw error
        }
      }
    },
  }
}

const printerFor = (purpose: PrintPurpose, all: readonly Printer[]): Printer | null => {
  const enabled = all.filter((printer) => printer.enabled)
  const byPaper = [...enabled.filter(({ kind }) => kind !== 'screen'), ...enabled]
  return (
    byPaper.find(({ purposes }) => purposes?.includes(purpose)) ??
    byPaper.find(({ purposes }) => purposes === undefined || purposes.length === 0) ??
    byPaper[0] ??
    null
  )
}

const idleStatus = (printer: Printer): PrinterStatus => ({
  id: printer.id,
  name: printer.name,
  kind: printer.kind,
  connection: 'off',
  problem: null,
  answers: 'unknown',
})
