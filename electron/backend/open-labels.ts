import { businessDate } from '#shared/dates.ts'
import type { Analytics } from './analytics/analytics.handlers.ts'
import { changeCards } from './customers/person/contact.service.ts'
import { createDayList, type DayList } from './labels/day-list.service.ts'
import { createLabels, type Labels } from './labels/labels.service.ts'
import type { Clock } from './platform/clock.ts'
import type { Ledger } from './platform/ledger/open.ts'
import type { Sheets } from './sheets/sheets.service.ts'
import { readShop } from './shop/shop.service.ts'

export interface OpenLabels {
  readonly labels: Labels
  readonly dayList: DayList
}

export interface OpenLabelsParts {
  readonly ledger: Pick<Ledger, 'reader' | 'unit' | 'ids'>
  readonly clock: Clock
  readonly personId: () => number | null
  readonly sheets: Pick<Sheets, 'reading'>
  readonly analytics: Pick<Analytics, 'evening' | 'behind'>
}

/** What is printed on ordinary printers, over one open ledger. */
export const openLabels = ({ ledger, clock, personId, sheets, analytics }: OpenLabelsParts): OpenLabels => {
  const { reader, unit, ids } = ledger
  return {
    labels: createLabels({
      reader,
      unit,
      ids,
      clock,
      personId,
      selected: (selection, most) => sheets.reading.keys('customers', selection, [], most).map(Number),
      issueCard: (tx, customerId, at) => changeCards(tx, ids, { customerId, what: 'issue', code: '' }, at),
    }),
    dayList: createDayList({
      reader,
      unit,
      ids,
      clock,
      personId,
      analytics,
      today: () => businessDate(clock.now(), readShop(reader).closes_at_hour),
    }),
  }
}
