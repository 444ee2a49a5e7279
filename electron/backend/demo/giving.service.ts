import { setImmediate as breathe } from 'node:timers/promises'
import { type BusinessDate, businessDate, type EpochMs } from '#shared/dates.ts'
import type { CouponsService } from '../coupons/coupons.service.ts'
import type { StampsService } from '../stamps/stamps.service.ts'
import type { TiersService } from '../tiers/tiers.service.ts'

export interface GivingParts {
  readonly coupons: CouponsService
  readonly stamps: StampsService
  readonly tiers: TiersService
  /** One piece of what the day brings; true while there is more. */
  readonly step: () => boolean
}

type Terms = Parameters<CouponsService['saveKind']>[0]['terms']

const always: Terms = {
  name: '',
  benefit: 'item',
  value: 0,
  most: null,
  leastSpend: 0,
  weekdays: 127,
  fromMinute: 0,
  toMinute: 0,
  validFrom: null,
  validTo: null,
  validDays: 30,
  perPerson: null,
  inAll: null,
  personal: true,
  occasion: 'hand',
  tierId: null,
  daysBefore: 0,
  absentDays: null,
  targets: [],
}
const americano = [{ productId: null, categoryId: null, word: '아메리카노' }]

/** Every so many guests have brought a paper card along. */
const broughtCards = 4

/** What the demo shop gives its regulars: a stamp card, tiers by spend, coupons; and what the year has earned of them. */
export const fillGiving = async (
  { coupons, stamps, tiers, step }: GivingParts,
  customers: readonly number[],
  now: EpochMs,
): Promise<void> => {
  const today: BusinessDate = businessDate(now)
  const save = (terms: Partial<Terms>): number =>
    coupons.saveKind({ kindId: null, terms: { ...always, ...terms } })
  const free = save({ name: '아메리카노 한 잔 무료', occasion: 'stamp', validDays: 90, targets: americano })
  save({
    name: '생일 축하 20%',
    benefit: 'percent',
    value: 20,
    most: 10_000,
    occasion: 'birthday',
    daysBefore: 7,
  })
  save({ name: '다시 만나 반가워요', benefit: 'amount', value: 2_000, occasion: 'come-back', absentDays: 60 })
  tiers.savePlan({
    fromDate: today,
    measure: 'spend',
    windowMonths: 12,
    graceDays: 30,
    levels: [
      { tierId: null, name: '실버', need: 100_000 },
      { tierId: null, name: '골드', need: 300_000 },
      { tierId: null, name: 'VIP', need: 600_000 },
    ],
  })
  const cardId = stamps.saveRule({
    cardId: null,
    fromDate: today,
    name: '커피 카드',
    basis: 'product',
    perWon: null,
    length: 10,
    rewardKindId: free,
    targets: americano,
  })
  for (const [index, customerId] of customers.entries()) {
    if (index % broughtCards !== 0) continue
    const had = 1 + ((index / broughtCards) % 9)
    stamps.correct({ customerId, cardId, stamps: had, reason: '종이 카드에서 옮겼어요' })
  }
  while (step()) await breathe()
}
