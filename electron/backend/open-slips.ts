import type { CustomersService } from './customers/customers.service.ts'
import type { DeviceLog } from './devices/device-log.ts'
import type { Printers } from './devices/printers.service.ts'
import type { rewardParts } from './open-rewards.ts'
import type { Clock } from './platform/clock.ts'
import type { Emit } from './platform/emit.ts'
import type { Ledger } from './platform/ledger/open.ts'
import { createSlips, printUnkept, type Slips } from './slips/slips.service.ts'
import { createPersonSlips } from './slips/templates/person-slips.service.ts'
import { slipSources } from './slips/templates/sources.service.ts'
import type { SlipTemplatesDesk } from './slips/templates/templates.handlers.ts'
import { createSlipTemplates } from './slips/templates/templates.service.ts'
import { testMark } from './slips/test-slip.ts'

export interface OpenSlips extends SlipTemplatesDesk {
  readonly slips: Slips
}

export interface OpenSlipsParts {
  readonly ledger: Pick<Ledger, 'reader' | 'unit' | 'ids'>
  readonly clock: Clock
  readonly log: DeviceLog
  readonly emit: Emit
  readonly printers: Printers
  readonly parts: Pick<ReturnType<typeof rewardParts>, 'keeping' | 'slipRows'>
  readonly customers: Pick<CustomersService, 'find'>
}

/** Slips of one open ledger and what they look like, wired. A feature with more to tell adds a source here. */
export const openSlips = ({
  ledger,
  clock,
  log,
  emit,
  printers,
  parts,
  customers,
}: OpenSlipsParts): OpenSlips => {
  const { reader, unit, ids } = ledger
  const templates = createSlipTemplates({ reader, unit, ids, clock, sources: slipSources(parts) })
  const slips = createSlips({
    reader,
    unit,
    ids,
    clock,
    printers,
    log,
    templates,
    onSettled: (id) => emit('slip.printed', { id }),
    onChanged: () => emit('slips.changed', {}),
  })
  const expectCustomer = (...asked: Parameters<typeof customers.find>): void => {
    customers.find(...asked)
  }
  return {
    slips,
    templates,
    personSlips: createPersonSlips({ reader, unit, clock, slips, templates, expectCustomer }),
    async printProposed(asked) {
      const purpose = asked.kind === 'coupon' ? 'coupon' : asked.kind === 'proof' ? 'other' : 'slip'
      await printUnkept(printers, purpose, (columns) => [testMark(), ...templates.proposed(asked, columns)])
    },
  }
}
