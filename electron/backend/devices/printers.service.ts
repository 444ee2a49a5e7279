import type { Printer, PrinterStatus } from '#shared/contract/devices.ts'
import { DangolError } from '#shared/errors.ts'
import type { Clock } from '../platform/clock.ts'
import type { DeviceLog } from './device-log.ts'
import { withDevice, withoutDevice } from './device-settings.ts'
import type { DeviceStore } from './device-store.port.ts'
import { PrinterStopped, type PrintJob, type PrintOutcome } from './printers/print-job.ts'
import { type PrinterLimits, usualLimits } from './printers/printer-limits.ts'
import { runPrinter } from './printers/run-printer.port.ts'
import type { RunningPrinter } from './printers/running-printer.ts'

export interface PrintersOptions {
  readonly store: DeviceStore
  readonly clock: Clock
  readonly log: DeviceLog
  onStatus(status: PrinterStatus): void
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
   * The first one that is switched on, in the order in which they were added; one with paper before the screen.
   * Null when there is none.
   */
  preferred(): Printer | null
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
    let status = idleStatus(printer)
    const running = runPrinter(printer, {
      clock,
      log,
      limits,
      state(connection, problem) {
        if (status.connection === connection && status.problem?.code === problem?.code) return
        log.info({ printerId: printer.id, connection, problem: problem?.code ?? null }, 'printer state')
        status = { ...status, connection, problem }
        const slot = slots.get(printer.id)
        if (slot !== undefined) slot.status = status
        tell(status)
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
    preferred() {
      const enabled = store.read().printers.filter((printer) => printer.enabled)
      return enabled.find((printer) => printer.kind !== 'screen') ?? enabled[0] ?? null
    },
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

const idleStatus = (printer: Printer): PrinterStatus => ({
  id: printer.id,
  name: printer.name,
  kind: printer.kind,
  connection: 'off',
  problem: null,
})
