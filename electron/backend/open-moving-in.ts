import { dirname, join } from 'node:path'
import { fieldsOf } from './customers/person/fields.service.ts'
import type { Granting } from './loyalty/granting.service.ts'
import { createMovingIn, type MovingIn } from './moving-in/moving-in.service.ts'
import { createPeopleIn } from './moving-in/people-in.service.ts'
import { createSalesIn } from './moving-in/sales-in.service.ts'
import { createUndoing } from './moving-in/undoing.service.ts'
import { type FileThread, openFileThread } from './moving-in/worker/file-thread.port.ts'
import { createWriting } from './moving-in/writing.service.ts'
import type { Clock } from './platform/clock.ts'
import type { Emit } from './platform/emit.ts'
import type { Ledger } from './platform/ledger/open.ts'
import type { Log } from './platform/log/log.ts'

export interface OpenMovingInParts {
  readonly ledger: Pick<Ledger, 'path' | 'reader' | 'unit' | 'ids' | 'bringBackSome'>
  readonly clock: Clock
  readonly log: Log
  readonly emit: Emit
  readonly granting: Pick<Granting, 'openings' | 'takeBack'>
  /** A thread of its own, unless a test says otherwise. */
  readonly openThread?: (progress: (done: number, total: number) => void) => FileThread
}

/** Moving in, wired to points and to the thread that reads files. */
export const openMovingIn = (parts: OpenMovingInParts): MovingIn => {
  const { ledger, clock, log, emit, granting, openThread = openFileThread } = parts
  const { path, reader, unit, ids } = ledger
  const undoing = createUndoing({ granting })
  const peopleIn = createPeopleIn(ids, granting)
  const writing = createWriting({
    reader,
    unit,
    ids,
    clock,
    log,
    peopleIn,
    salesIn: () => createSalesIn(ids),
    undoing,
    bringBackSome: ledger.bringBackSome,
  })
  return createMovingIn({
    reader,
    unit,
    clock,
    log,
    emit,
    writing,
    openThread,
    ownFields: () => fieldsOf(reader).filter(({ putAway }) => !putAway),
    folder: join(dirname(path), 'exports'),
  })
}
