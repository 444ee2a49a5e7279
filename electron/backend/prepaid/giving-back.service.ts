import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import type { BusinessDate } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import { type GivenBack, giveBack } from '#shared/prepaid/giving-back.ts'
import { rulePlace } from '#shared/prepaid/rules.ts'
import { dayReached } from '../loyalty/day.service.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import type { Emit } from '../platform/emit.ts'
import { entriesOf } from './entries.repo.ts'
import { findHolding } from './holdings.repo.ts'
import { storyOf } from './story.ts'
import { termsById } from './terms.repo.ts'
import type { Till } from './till.service.ts'

type Because = CallParsed<'prepaid.working'>['because']

/** Giving back by rule, with the working that the owner and the guest can follow. */
export interface PrepaidGivingBack {
  working(holdingId: number, because: Because): CallOutput<'prepaid.working'>
  giveBack(asked: CallParsed<'prepaid.giveBack'>): CallOutput<'prepaid.giveBack'>
}

interface Reckoned extends GivenBack {
  readonly price: number
  readonly bonusLeft: number
  readonly unit: 'won' | 'times'
}

export const createPrepaidGivingBack = (
  reader: Reader,
  unit: UnitOfWork,
  clock: Clock,
  emit: Emit,
  till: Till,
): PrepaidGivingBack => ({
  // A PC whose clock is ahead forfeits nothing: the days are those that the tills have reached, too.
  working(holdingId, because) {
    const reckoned = reckon(reader, holdingId, because, dayReached(reader, clock.now()))
    const { rule, lines, won, price, bonusLeft, unit: of } = reckoned
    return { rule, place: rulePlace[rule], lines: [...lines], won, most: price, bonusLeft, unit: of }
  },
  giveBack({ holdingId, because, won }) {
    const done = unit.write((tx) => {
      const at = clock.now()
      const { lines, won: least, price } = reckon(tx, holdingId, because, dayReached(tx, at))
      if (won < least) throw new DangolError('prepaid.too-little', { won: least })
      if (won > price) throw new DangolError('prepaid.too-much', { won: price })
      const rounded = { line: 'rounded', won: won - least, count: 0, each: 0 } as const
      return till.giveBack(tx, holdingId, won === least ? lines : [...lines, rounded], at)
    })
    emit('prepaid.changed', { customerId: done.customer_id })
    return { entryId: done.id, customerId: done.customer_id }
  },
})

/** The same for whoever only looks: null where there is nothing to give back. */
export const reckonIfOpen = (
  reader: Reader,
  holdingId: number,
  because: Because,
  today: BusinessDate,
): Reckoned | null => {
  const open = findHolding(reader, holdingId) !== undefined && storyOf(entriesOf(reader, holdingId)).open
  return open ? reckon(reader, holdingId, because, today) : null
}

/** Throws `prepaid.not-found`, `prepaid.closed`. */
const reckon = (reader: Reader, holdingId: number, because: Because, today: BusinessDate): Reckoned => {
  const holding = findHolding(reader, holdingId)
  if (holding === undefined) throw new DangolError('prepaid.not-found')
  const story = storyOf(entriesOf(reader, holdingId))
  if (!story.open) throw new DangolError('prepaid.closed')
  const terms = termsById(reader, holding.terms_id)
  const given = giveBack({
    unit: terms.unit,
    price: story.price,
    paid: story.paid,
    used: Math.min(story.paid, story.usedPaid),
    bonusLeft: holding.bonus_left,
    singlePrice: terms.singlePrice,
    countedAt: terms.countedAt,
    penaltyPercent: terms.penaltyPercent,
    soldOn: holding.starts_on,
    endsOn: holding.ends_on,
    today,
    because,
  })
  return { ...given, price: story.price, bonusLeft: holding.bonus_left, unit: terms.unit }
}
