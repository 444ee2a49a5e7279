import type { CallOutput } from '#shared/contract/index.ts'
import type { EpochMs } from '#shared/dates.ts'
import { soldItemsOf } from '../coupons/sold.service.ts'
import { isMeant, type SoldItem } from '../coupons/terms.ts'
import { dayReached } from '../loyalty/day.service.ts'
import { poolOf } from '../loyalty/points.service.ts'
import type { Reader } from '../platform/db/statements.ts'
import { entriesOf } from './entries.repo.ts'
import { holdingsOf } from './holdings.repo.ts'
import { storyOf } from './story.ts'
import { termsById } from './terms.repo.ts'
import type { PrepaidTerms } from './terms.ts'

type Usable = CallOutput<'prepaid.atCounter'>[number]

/** What somebody can use today, their household's too; what fits the receipt comes first, then what ends first. */
export const usablePrepaid = (
  reader: Reader,
  customerId: number,
  receiptId: number | null,
  at: EpochMs,
): Usable[] => {
  // A PC whose clock is ahead takes nothing away: the till asks the same.
  const today = dayReached(reader, at)
  const items = receiptId === null ? [] : soldItemsOf(reader, receiptId)
  return poolOf(reader, customerId)
    .flatMap((id) => holdingsOf(reader, id))
    .filter((one) => one.paid_left + one.bonus_left > 0 && (one.ends_on === null || one.ends_on >= today))
    .flatMap((holding): Usable[] => {
      const story = storyOf(entriesOf(reader, holding.id))
      if (!story.open) return []
      const terms = termsById(reader, holding.terms_id)
      return [
        {
          holdingId: holding.id,
          name: terms.name,
          unit: terms.unit,
          left: holding.paid_left + holding.bonus_left,
          bonusLeft: holding.bonus_left,
          of: story.paid + story.bonus,
          endsOn: holding.ends_on,
          shared: holding.customer_id !== customerId,
          fits: fitsItems(terms, items),
        },
      ]
    })
    .sort(byUse)
}

const fitsItems = ({ unit, targets }: PrepaidTerms, items: readonly SoldItem[]): boolean =>
  unit === 'won'
    ? items.length > 0
    : targets.length > 0 && items.some((item) => item.amount >= 0 && isMeant(targets, item))

/** A pass for what was bought before money, one's own before the household's, what ends first before the rest. */
const byUse = (a: Usable, b: Usable): number =>
  Number(b.fits) - Number(a.fits) ||
  Number(b.unit === 'times') - Number(a.unit === 'times') ||
  Number(a.shared) - Number(b.shared) ||
  endOf(a).localeCompare(endOf(b)) ||
  a.holdingId - b.holdingId

const endOf = ({ endsOn }: Usable): string => endsOn ?? '9999-12-31'
