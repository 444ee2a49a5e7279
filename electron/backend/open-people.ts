import { type AccessLog, createAccessLog } from './access/access.service.ts'
import { headsAt } from './access/heads.port.ts'
import { createGuard, type Guard } from './guarding.ts'
import { createDoors, type Doors } from './people/doors.service.ts'
import { createPeople, type People } from './people/people.service.ts'
import type { Spending } from './people/spending.service.ts'
import type { Clock } from './platform/clock.ts'
import type { Emit } from './platform/emit.ts'
import type { Ledger } from './platform/ledger/open.ts'
import { ledgerFiles } from './platform/ledger-files.ts'
import type { Log } from './platform/log/log.ts'

/** Who works here, what they may do, and the record of it. */
export interface OpenPeople {
  readonly people: People
  readonly doors: Doors
  readonly access: AccessLog
  readonly guard: Guard
}

export interface OpenPeopleParts {
  readonly ledger: Ledger
  readonly clock: Clock
  readonly log: Log
  readonly emit: Emit
  readonly spending: Spending
}

/** There is one till; a second window is at the same PC. */
const place = 'pc'

export const openPeople = ({ ledger, clock, log, emit, spending }: OpenPeopleParts): OpenPeople => {
  const { reader, unit, ids, dataKey, path } = ledger
  const access = createAccessLog({
    reader,
    unit,
    ids,
    clock,
    log,
    dataKey,
    heads: headsAt(ledgerFiles(path).heads),
  })
  const doors = createDoors({
    reader,
    unit,
    access,
    place,
    elapsed: () => performance.now(),
    onChange: (status) => emit('door.changed', status),
  })
  return {
    people: createPeople(reader, unit, ids, clock),
    doors,
    access,
    guard: createGuard(doors, access, spending, place),
  }
}
