import { businessDate, daysBetween } from '#shared/dates.ts'
import { formatNumber, formatPoints, formatWon } from '#shared/won.ts'
import type { EarnSlip, SlipLine, SlipRow } from '../slip.ts'
import { shopValues } from './shown.ts'
import { joinValues, type SlipValues } from './values.ts'

/** A slip is no second receipt: more lines than this are summed up. */
const maxLines = 8

/** What a sale, or points that were used without one, fill a template with. */
export const earnValues = (slip: EarnSlip): SlipValues => {
  const used = slip.pointsUsed ?? 0
  const ends = slip.nextEnd ?? null
  // Points or prepaid used before any receipt: there is no sale to speak of.
  const onlyUsed = slip.lines.length === 0 && slip.total === 0
  const rewards = slip.rows ?? []
  return joinValues(shopValues(slip.shop, slip.number, slip.at), {
    fields: {
      customerName: slip.customer.maskedName,
      customerPhone: slip.customer.maskedPhone ?? '',
      points: formatPoints(slip.balance),
      endingPoints: ends === null ? '' : formatPoints(ends.points),
      pointsEndOn: ends?.on ?? '',
      paid: onlyUsed ? '' : formatWon(slip.total),
      pointsGiven: onlyUsed ? '' : signed(slip.pointsGiven),
      pointsUsed: used > 0 ? signed(-used) : '',
    },
    lists: { items: itemRows(slip.lines), rewards },
    facts: {
      sale: !onlyUsed,
      'points-used': used > 0,
      'has-points': slip.balance > 0,
      'has-items': slip.lines.length > 0,
      'has-rewards': rewards.length > 0,
    },
    days: ends === null ? {} : { 'points-end': daysBetween(businessDate(slip.at), ends.on) },
  })
}

const itemRows = (lines: readonly SlipLine[]): SlipRow[] => [
  ...lines.slice(0, maxLines).map(({ name, quantity, amount }) => ({
    left: quantity === null || quantity === 1 ? name : `${name} ×${formatNumber(quantity)}`,
    right: amount === null ? '' : formatWon(amount),
  })),
  ...(lines.length > maxLines ? [{ left: `외 ${lines.length - maxLines}가지`, right: '' }] : []),
]

const signed = (points: number): string => (points > 0 ? `+${formatPoints(points)}` : formatPoints(points))
