import type { BusinessDate } from '#shared/dates.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import { dropChangesBefore, hasChangesBefore } from './commands.repo.ts'

/** Commands of earlier days cannot be undone any more: what stood in their cells goes. */
export const tidyCommands = (reader: Reader, unit: UnitOfWork, today: BusinessDate): void => {
  if (hasChangesBefore(reader, today)) unit.write((tx) => dropChangesBefore(tx, today))
}
