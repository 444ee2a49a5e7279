import { dirname, join } from 'node:path'
import type { Loyalty } from './loyalty/loyalty.service.ts'
import type { Clock } from './platform/clock.ts'
import type { Emit } from './platform/emit.ts'
import type { Ledger } from './platform/ledger/open.ts'
import type { Entering } from './receipts/entering/entering.service.ts'
import type { ReceiptsService } from './receipts/receipts.service.ts'
import { createAmending } from './receipts/teaching/amending.service.ts'
import { createCorrecting } from './receipts/teaching/correcting.service.ts'
import type { Layouts } from './receipts/teaching/layouts.service.ts'
import { createRereading } from './receipts/teaching/rereading.service.ts'
import { createTeaching, type TeachingService } from './receipts/teaching/teaching.service.ts'

export interface OpenTeachingParts {
  readonly ledger: Pick<Ledger, 'path' | 'reader' | 'unit' | 'ids'>
  readonly clock: Clock
  readonly emit: Emit
  readonly loyalty: Loyalty
  readonly entering: Entering
  readonly receipts: ReceiptsService
  readonly layouts: Layouts
  /** Who is at the door; null where nobody has a PIN. */
  readonly personId: () => number | null
}

/** Teaching, wired to the way that receipts take into the ledger. */
export const openTeaching = (parts: OpenTeachingParts): TeachingService => {
  const { ledger, clock, emit, loyalty, entering, receipts, layouts, personId } = parts
  const { reader, unit, ids } = ledger
  const amending = createAmending(loyalty)
  const rereading = createRereading({ reader, unit, clock, entering, amending })
  const profiles = () => layouts.profiles()
  const correcting = createCorrecting({ reader, unit, ids, clock, entering, amending, profiles, personId })
  const exportFolder = join(dirname(ledger.path), 'exports')
  return createTeaching({ reader, clock, emit, layouts, rereading, correcting, receipts, exportFolder })
}
