import { daysBetween, type EpochMs } from '#shared/dates.ts'
import { maskName } from '#shared/names.ts'
import { maskPhone } from '#shared/phone.ts'
import { formatNumber, formatPoints, formatWon } from '#shared/won.ts'
import { endingCoupon, usableCoupons } from '../../coupons/usable.service.ts'
import { personFacts } from '../../customers/person/facts.service.ts'
import { nextEndOf } from '../../loyalty/points.service.ts'
import { createRuling } from '../../loyalty/ruling.service.ts'
import type { Reader } from '../../platform/db/statements.ts'
import { readShop } from '../../shop/shop.service.ts'
import { cardsOf } from '../../stamps/cards.service.ts'
import type { SlipRows } from '../../stamps/slip-rows.service.ts'
import { dayOf } from '../../tiers/day.service.ts'
import { tierInWords } from '../../tiers/in-words.service.ts'
import type { TierKeeping } from '../../tiers/keeping.service.ts'
import type { Wants } from './needs.ts'
import type { SlipValues } from './values.ts'

/** Whom a slip is for, and when. */
export interface SlipMoment {
  readonly reader: Reader
  /** Null for slips that are for nobody. */
  readonly customerId: number | null
  readonly at: EpochMs
}

/** A feature's part in what templates can say; read only where the template in force asks for it. */
export interface SlipSource {
  readonly gives: Partial<Wants>
  read(moment: SlipMoment): Partial<SlipValues>
}

/** A source of what there is to say of a customer; says nothing on slips for nobody. */
export const personSource = (
  gives: SlipSource['gives'],
  read: (reader: Reader, customerId: number, at: EpochMs) => Partial<SlipValues>,
): SlipSource => ({
  gives,
  read: ({ reader, customerId, at }) => (customerId === null ? {} : read(reader, customerId, at)),
})

const shop: SlipSource = {
  gives: { fields: ['shopName', 'shopPhone', 'shopAddress', 'shopFooter', 'shopQr'] },
  read({ reader }) {
    const { name, phone, address, footer, qr } = readShop(reader)
    return {
      fields: {
        shopName: name,
        shopPhone: phone ?? '',
        shopAddress: address ?? '',
        shopFooter: footer,
        shopQr: qr,
      },
    }
  },
}

const person = personSource(
  {
    fields: ['customerName', 'customerPhone', 'visits', 'points'],
    conditions: ['first-visit', 'birthday-month', 'has-points'],
  },
  (reader, customerId, at) => {
    const facts = personFacts(reader, customerId, dayOf(reader, at))
    return {
      fields: {
        customerName: maskName(facts.name),
        customerPhone: facts.phone === null ? '' : maskPhone(facts.phone),
        visits: `${formatNumber(facts.visits)}번`,
        points: formatPoints(facts.points),
      },
      facts: {
        'first-visit': facts.visits <= 1,
        'birthday-month': facts.birthdayThisMonth,
        'has-points': facts.points > 0,
      },
    }
  },
)

const endingPoints = personSource(
  { fields: ['endingPoints', 'pointsEndOn'], conditions: ['points-end'] },
  (reader, customerId, at) => {
    const today = dayOf(reader, at)
    const ends = nextEndOf(reader, customerId, today)
    return ends === null
      ? {}
      : {
          fields: { endingPoints: formatPoints(ends.points), pointsEndOn: ends.on },
          days: { 'points-end': daysBetween(today, ends.on) },
        }
  },
)

const coupons = personSource(
  { fields: ['coupons', 'endingCoupon', 'couponEndsOn'], conditions: ['has-coupons', 'coupon-ends'] },
  (reader, customerId, at) => {
    const count = usableCoupons(reader, customerId, at)
    const ending = endingCoupon(reader, customerId, at)
    return {
      fields: {
        coupons: count === 0 ? '' : `${formatNumber(count)}장`,
        endingCoupon: ending?.name ?? '',
        couponEndsOn: ending?.untilDate ?? '',
      },
      facts: { 'has-coupons': count > 0 },
      days: ending === null ? {} : { 'coupon-ends': daysBetween(dayOf(reader, at), ending.untilDate) },
    }
  },
)

const stamps = personSource(
  {
    fields: ['stampCard', 'stamps', 'stampsMissing', 'stampReward'],
    conditions: ['has-stamps'],
    stamps: true,
  },
  (reader, customerId, at) => {
    // Of several cards the one that is fullest.
    const card = cardsOf(reader, customerId, null, at).reduce<ReturnType<typeof cardsOf>[number] | null>(
      (best, one) => (best === null || one.stamps / one.length > best.stamps / best.length ? one : best),
      null,
    )
    if (card === null) return {}
    const filled = Math.max(0, card.stamps)
    return {
      fields: {
        stampCard: card.name,
        stamps: `${formatNumber(filled)} / ${formatNumber(card.length)}개`,
        stampsMissing: `${formatNumber(Math.max(0, card.length - filled))}개`,
        stampReward: card.reward ?? '',
      },
      facts: { 'has-stamps': filled > 0 },
      stamps: { filled: Math.min(filled, card.length), of: card.length },
    }
  },
)

const tiers = (keeping: Pick<TierKeeping, 'standing'>): SlipSource =>
  personSource(
    { fields: ['tier', 'nextTier', 'toNextTier'], conditions: ['has-tier'] },
    (reader, customerId, at) => {
      const tier = tierInWords(reader, keeping, customerId, at)
      const next = tier?.next ?? null
      const missing =
        next === null || next.missing === 0
          ? ''
          : tier?.measure === 'visits'
            ? `${formatNumber(next.missing)}번`
            : formatWon(next.missing)
      return {
        fields: { tier: tier?.tier?.name ?? '', nextTier: next?.name ?? '', toNextTier: missing },
        facts: { 'has-tier': tier?.tier != null },
      }
    },
  )

const rewards = (slipRows: SlipRows): SlipSource =>
  personSource({ lists: ['rewards'], conditions: ['has-rewards'] }, (reader, customerId, at) => {
    const rows = slipRows(reader, customerId, at)
    return { lists: { rewards: rows }, facts: { 'has-rewards': rows.length > 0 } }
  })

const bonusText = (given: number | undefined): string =>
  given === undefined || given === 0 ? '' : formatPoints(given)

const bonuses = (): SlipSource => {
  const ruling = createRuling()
  return {
    gives: { fields: ['friendPoints', 'surveyPoints', 'firstPoints', 'birthdayPoints'] },
    read({ reader, at }) {
      const given = ruling.on(reader, dayOf(reader, at)).bonuses
      return {
        fields: {
          friendPoints: bonusText(given.friend),
          surveyPoints: bonusText(given.survey),
          firstPoints: bonusText(given['first-visit']),
          birthdayPoints: bonusText(given.birthday),
        },
      }
    },
  }
}

export interface SourceParts {
  readonly keeping: Pick<TierKeeping, 'standing'>
  readonly slipRows: SlipRows
}

/** Everything that templates can say of shop and customer, feature by feature. */
export const slipSources = ({ keeping, slipRows }: SourceParts): readonly SlipSource[] => [
  shop,
  person,
  endingPoints,
  coupons,
  stamps,
  tiers(keeping),
  rewards(slipRows),
  bonuses(),
]
