import { DangolError } from '#shared/errors.ts'
import type { HandlersOf } from '../handlers.ts'
import type { DayList } from './day-list.service.ts'
import type { Labels } from './labels.service.ts'

/** @param open of the ledger that is open. */
export const labelsHandlers = (
  open: () => { readonly labels: Labels; readonly dayList: DayList },
): HandlersOf<'labels'> => ({
  'labels.people': (asked) => open().labels.people(asked),
  'labels.person': (asked) => open().labels.person(asked),
  'labels.day': ({ date }) => open().dayList.masked(date),
  'labels.dayWhole': (asked) => open().dayList.whole(asked),
  'labels.sheets': () => open().labels.sheets(),
  'labels.saveSheet': (sheet) => {
    open().labels.saveSheet(sheet)
    return {}
  },
  // Main answers it; a backend without a window has nothing to print.
  'labels.print': () => {
    throw new DangolError('labels.cannot-print')
  },
})
