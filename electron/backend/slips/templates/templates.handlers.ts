import type { CallParsed } from '#shared/contract/index.ts'
import type { HandlersOf } from '../../handlers.ts'
import type { PersonSlips } from './person-slips.service.ts'
import type { SlipTemplates } from './templates.service.ts'

export interface SlipTemplatesDesk {
  readonly templates: SlipTemplates
  readonly personSlips: PersonSlips
  /** Blocks as they are being written, on paper. Throws `printer.none` and what the printer reports. */
  printProposed(asked: CallParsed<'slipTemplates.test'>): Promise<void>
}

/** @param slips of the ledger that is open. */
export const slipTemplatesHandlers = (slips: () => SlipTemplatesDesk): HandlersOf<'slipTemplates'> => ({
  'slipTemplates.list': () => slips().templates.list(),
  'slipTemplates.get': ({ kind }) => slips().templates.get(kind),
  'slipTemplates.save': ({ kind, blocks }) => {
    slips().templates.save(kind, blocks)
    return {}
  },
  'slipTemplates.setAutomatic': ({ kind, on }) => {
    slips().templates.setAutomatic(kind, on)
    return {}
  },
  'slipTemplates.preview': (asked) => slips().templates.preview(asked),
  'slipTemplates.test': async (asked) => {
    await slips().printProposed(asked)
    return {}
  },
  'slipTemplates.addPicture': (picture) => ({ pictureId: slips().templates.addPicture(picture) }),
  'slipTemplates.print': ({ kind, customerId }) => {
    const slip = slips().personSlips.print(kind, customerId)
    return { slip: slip === null ? null : { id: slip.id, number: slip.number } }
  },
})
