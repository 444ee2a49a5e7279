import type { SheetEditing } from './editing.service.ts'
import type { SheetExporting } from './exporting.service.ts'
import type { SheetMany } from './many.service.ts'
import type { SheetReading } from './reading.service.ts'
import type { Revealing } from './revealing.service.ts'
import type { SheetViews } from './views.service.ts'

/** All that sheets can do, by its parts. */
export interface Sheets {
  readonly reading: SheetReading
  readonly editing: SheetEditing
  readonly many: SheetMany
  readonly exporting: SheetExporting
  readonly revealing: Revealing
  readonly views: SheetViews
  /** What stood in cells on earlier days goes, a part at a time. */
  tidy(): void
}
