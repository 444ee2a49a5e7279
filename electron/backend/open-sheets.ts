import { dirname, join } from 'node:path'
import { businessDate } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import type { Clock } from './platform/clock.ts'
import type { Ledger } from './platform/ledger/open.ts'
import type { SegmentsService } from './segments/segments.service.ts'
import { customerCells, putTagNamed, takeTagNamed } from './sheets/customer-cells.service.ts'
import { createSheetEditing } from './sheets/editing.service.ts'
import { createSheetExporting } from './sheets/exporting.service.ts'
import { applyToPeople, createSheetMany, type PeopleChanges } from './sheets/many.service.ts'
import { productCells } from './sheets/product-cells.service.ts'
import { createSheetReading } from './sheets/reading.service.ts'
import { createRevealing } from './sheets/revealing.service.ts'
import type { Sheets } from './sheets/sheets.service.ts'
import { tidyCommands } from './sheets/tidying.service.ts'
import { createSheetViews } from './sheets/views.service.ts'
import { readShop } from './shop/shop.service.ts'

export interface OpenSheetsParts {
  readonly ledger: Ledger
  readonly clock: Clock
  /** Who is at the PC just now; null at the open counter. */
  readonly personId: () => number | null
  /** Points by hand, with a reason. */
  readonly correct: PeopleChanges['correctPoints']
  /** Who is in a group just now. */
  readonly members: SegmentsService['membersNow']
  /** Told whose rows were shown. */
  readonly saw: (customerIds: readonly number[]) => void
}

/** The sheets over one open ledger, wired. */
export const openSheets = ({ ledger, clock, personId, correct, members, saw }: OpenSheetsParts): Sheets => {
  const { reader, unit, ids } = ledger
  const today = (): string => businessDate(clock.now(), readShop(reader).closes_at_hour)
  const revealing = createRevealing({ unit, ids, clock, personId })
  const reading = createSheetReading({
    reader,
    today,
    revealed: () => revealing.isOn(),
    members,
    saw,
  })
  const editing = createSheetEditing({
    reader,
    unit,
    ids,
    clock,
    today,
    personId,
    writers: { customers: customerCells(ids), receipts: fixed, lines: fixed, products: productCells },
    apply: applyToPeople({
      putTag: (tx, customerId, tag) => putTagNamed(tx, ids, customerId, tag, clock.now()),
      takeTag: takeTagNamed,
      correctPoints: correct,
    }),
  })
  return {
    reading,
    editing,
    many: createSheetMany({ reading, editing, ids, clock, personId }),
    exporting: createSheetExporting({
      reading,
      unit,
      ids,
      clock,
      personId,
      folder: join(dirname(ledger.path), 'exports'),
    }),
    revealing,
    views: createSheetViews(reader, unit, ids, clock),
    tidy: () => tidyCommands(reader, unit, today()),
  }
}

const fixed = (): never => {
  throw new DangolError('sheet.cell-fixed')
}
