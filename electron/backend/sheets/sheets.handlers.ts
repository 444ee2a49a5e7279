import type { HandlersOf } from '../handlers.ts'
import type { Sheets } from './sheets.service.ts'

/** @param sheets of the ledger that is open. */
export const sheetsHandlers = (sheets: () => Sheets): HandlersOf<'sheets'> => ({
  'sheets.describe': ({ sheet }) => sheets().reading.describe(sheet),
  'sheets.rows': (asked) => sheets().reading.rows(asked),
  'sheets.count': ({ sheet, filter }) => ({ count: sheets().reading.count(sheet, filter) }),
  'sheets.ids': ({ sheet, selection }) => ({ ids: sheets().reading.ids(sheet, selection) }),
  'sheets.totals': (asked) => sheets().reading.totals(asked),
  'sheets.edit': (asked) => sheets().editing.edit(asked),
  'sheets.history': ({ sheet }) => sheets().editing.history(sheet),
  'sheets.undo': ({ sheet }) => sheets().editing.undo(sheet),
  'sheets.redo': ({ sheet }) => sheets().editing.redo(sheet),
  'sheets.tag': (asked) => sheets().many.tag(asked),
  'sheets.givePoints': (asked) => sheets().many.givePoints(asked),
  'sheets.export': (asked) => sheets().exporting.run(asked),
  'sheets.reveal': (asked) => sheets().revealing.reveal(asked),
  'sheets.conceal': () => {
    sheets().revealing.conceal()
    return {}
  },
  'sheets.views': ({ sheet }) => sheets().views.list(sheet),
  'sheets.saveView': (asked) => ({ id: sheets().views.save(asked) }),
  'sheets.removeView': ({ id }) => {
    sheets().views.remove(id)
    return {}
  },
})
