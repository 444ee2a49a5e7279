import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import { monthsOf } from './pictures/pieces.ts'
import { topCount } from './pictures/top-shares.ts'
import type { Pictures } from './pictures.service.ts'
import { dateOf } from './shares/periods.ts'
import type { Reading } from './thread/heavy.repo.ts'

/** The people and receipts behind a part of a picture. */
export interface Behind {
  people(asked: CallParsed<'analytics.behind'>): Promise<CallOutput<'analytics.behind'>>
  receipts(asked: CallParsed<'analytics.receiptsBehind'>): Promise<CallOutput<'analytics.receiptsBehind'>>
}

export const createBehind = (reading: Reading, pictures: Pick<Pictures, 'top'>): Behind => {
  const best = async (
    range: { readonly from: string; readonly to: string },
    percent: number,
  ): Promise<number[]> => {
    const { customers } = await pictures.top({ range })
    const many = topCount(customers, percent)
    const span = await reading.ask('readSpan')
    const ever = span === null || (range.from <= dateOf(span.first) && range.to >= dateOf(span.last))
    return ever ? reading.ask('bestIdsEver', many) : reading.ask('bestIds', range.from, range.to, many)
  }

  return {
    async people({ of }) {
      if (of.kind === 'top') return { customerIds: await best(of.range, of.percent) }
      if (of.kind === 'interval') {
        const months = monthsOf(of.range.from, of.range.to)
        return {
          customerIds: await reading.ask('intervalIds', { ...months, least: of.from, most: of.to }),
        }
      }
      if (of.kind === 'cohort') {
        const [first, month] = [of.first.slice(0, 7), of.in.slice(0, 7)]
        return { customerIds: await reading.ask('cohortIds', first, month) }
      }
      if (of.kind === 'missing') return { customerIds: await reading.ask('missingIds', of.date) }
      const which = of.kind === 'visitors' ? 'all' : of.kind
      return { customerIds: await reading.ask('visitorIds', of.range.from, of.range.to, which) }
    },
    async receipts({ range, weekday, hour, productId, categoryId, guests }) {
      const receiptIds = await reading.ask('receiptIdsBehind', {
        ...range,
        weekday: weekday ?? null,
        hour: hour ?? null,
        productId: productId ?? null,
        category: categoryId === undefined ? null : (categoryId ?? 'none'),
        guests: guests ?? null,
      })
      return { receiptIds }
    },
  }
}
