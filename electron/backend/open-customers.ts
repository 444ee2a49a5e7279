import { makeSnapshot } from './backup/snapshot.port.ts'
import { type CustomersService, createCustomersService } from './customers/customers.service.ts'
import { createCatchingUp } from './customers/figures/catching-up.service.ts'
import { createLeaving } from './customers/leaving/leaving.service.ts'
import { traceFiles } from './customers/leaving/trace-files.port.ts'
import { createWiping, type Wiping } from './customers/leaving/wiping.service.ts'
import { createMerging } from './customers/merging/merging.service.ts'
import { type CustomerWork, createCustomerWork } from './customers/work.service.ts'
import type { Loyalty } from './loyalty/loyalty.service.ts'
import type { Doors } from './people/doors.service.ts'
import type { Clock } from './platform/clock.ts'
import type { Ledger } from './platform/ledger/open.ts'
import type { Log } from './platform/log/log.ts'

export interface OpenCustomers extends CustomersService, CustomerWork {
  readonly wiping: Wiping
  /** What goes on beside the counter: habits that were never counted, traces of who was destroyed. */
  start(): void
  /** No more writes after it resolves. */
  stop(): Promise<void>
}

export interface OpenCustomersParts {
  readonly ledger: Ledger
  readonly clock: Clock
  readonly log: Log
  readonly loyalty: Loyalty
  readonly doors: Pick<Doors, 'role'>
  /** Number of the first capture that has not become papers; null when all have. */
  readonly firstUnread: () => number | null
}

/** People of one open ledger, wired. */
export const openCustomers = ({
  ledger,
  clock,
  log,
  loyalty,
  doors,
  firstUnread,
}: OpenCustomersParts): OpenCustomers => {
  const { reader, unit, ids } = ledger
  const customers = createCustomersService(reader, unit, ids, clock)
  const leaving = createLeaving(ids, loyalty)
  const wiping = createWiping({
    reader,
    unit,
    clock,
    log,
    leaving,
    files: traceFiles({
      ledger,
      copy: (folder, at, signal) => makeSnapshot(ledger, folder, at, signal),
      firstUnread,
    }),
  })
  const work = createCustomerWork({
    reader,
    unit,
    ids,
    clock,
    loyalty,
    merging: createMerging(ids, loyalty),
    leaving,
    wiping,
    role: () => doors.role(),
  })
  const catchingUp = createCatchingUp(reader, unit, log)
  let habits: Promise<void> = Promise.resolve()
  return {
    ...customers,
    ...work,
    wiping,
    start() {
      wiping.start()
      habits = catchingUp.start().catch((error: unknown) => log.error('habits.failed', { error }))
    },
    async stop() {
      catchingUp.stop()
      await habits
      await wiping.stop()
    },
  }
}
