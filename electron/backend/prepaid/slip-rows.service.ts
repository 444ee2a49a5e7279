import type { EpochMs } from '#shared/dates.ts'
import { formatNumber, formatWon } from '#shared/won.ts'
import type { Reader } from '../platform/db/statements.ts'
import type { SlipRow } from '../slips/slip.ts'
import { usedSince } from './slip-rows.repo.ts'
import { usablePrepaid } from './usable.service.ts'

/** What was used in this visit still belongs on its slip. */
const visitMs = 30 * 60_000
/** A slip is no list of everything. */
const mostRows = 4

/** What a slip says of prepaid: what was used just now and what is left until when. Korean, as the paper. */
export const prepaidSlipRows = (reader: Reader, customerId: number, at: EpochMs): SlipRow[] => {
  const used = usedSince(reader, customerId, at - visitMs, at)
  const left = usablePrepaid(reader, customerId, null, at)
    .filter((one) => !one.shared || used.some(({ holding_id: id }) => id === one.holdingId))
    .slice(0, mostRows)
  return [
    ...used.map(({ name, unit, count }) => ({ left: `${name} 사용`, right: amount(unit, count) })),
    ...left.flatMap((one) => [
      { left: one.name, right: `${amount(one.unit, one.left)} 남음` },
      ...(one.endsOn === null ? [] : [{ left: '쓸 수 있는 날', right: `${one.endsOn}까지` }]),
    ]),
  ]
}

const amount = (unit: 'won' | 'times', count: number): string =>
  unit === 'won' ? formatWon(count) : `${formatNumber(count)}회`
