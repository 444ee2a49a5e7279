import { type CustomersService, createCustomersService } from './customers/customers.service.ts'
import { createLeaving } from './customers/leaving/leaving.service.ts'
import { createMerging } from './customers/merging/merging.service.ts'
import { type CustomerWork, createCustomerWork } from './customers/work.service.ts'
import type { Loyalty } from './loyalty/loyalty.service.ts'
import type { Doors } from './people/doors.service.ts'
import type { Clock } from './platform/clock.ts'
import type { Ledger } from './platform/ledger/open.ts'

export interface OpenCustomers extends CustomersService, CustomerWork {}

export interface OpenCustomersParts {
  readonly ledger: Pick<Ledger, 'reader' | 'unit' | 'ids'>
  readonly clock: Clock
  readonly loyalty: Loyalty
  readonly doors: Pick<Doors, 'role'>
}

/** People of one open ledger, wired. */
export const openCustomers = ({ ledger, clock, loyalty, doors }: OpenCustomersParts): OpenCustomers => {
  const { reader, unit, ids } = ledger
  const customers = createCustomersService(reader, unit, ids, clock)
  const work = createCustomerWork({
    reader,
    unit,
    ids,
    clock,
    loyalty,
    merging: createMerging(ids, loyalty),
    leaving: createLeaving(ids, loyalty),
    role: () => doors.role(),
  })
  return { ...customers, ...work }
}
