import type { EpochMs } from '#shared/dates.ts'
import { addDays, businessDate } from '#shared/dates.ts'
import { type FieldGroup, type FieldId, fieldGroup, fieldsFor } from '#shared/slips/fields.ts'
import type { SlipKind } from '#shared/slips/kinds.ts'
import { dateText, momentText } from './shown.ts'
import type { SlipValues } from './values.ts'

/** Of the example what no real customer has by themselves: a sale, a coupon, a backup. */
export const exampleDeed = (kind: SlipKind, at: EpochMs): Partial<SlipValues> => {
  const { fields, lists, facts } = exampleValues(kind, at)
  const deeds = fieldsFor(kind).filter(
    (field) => field === 'slipNumber' || field === 'date' || field === 'moment' || isDeed(fieldGroup(field)),
  )
  return {
    fields: picked(fields, deeds),
    lists: { items: lists.items ?? [], couponTerms: lists.couponTerms ?? [] },
    facts: { sale: facts.sale ?? false, 'has-items': facts['has-items'] ?? false },
  }
}

const isDeed = (group: FieldGroup): boolean => group === 'sale' || group === 'coupon' || group === 'proof'

/** Only what that kind of slip can know. */
const picked = (all: SlipValues['fields'], wanted: readonly FieldId[]): SlipValues['fields'] =>
  Object.fromEntries(wanted.map((field) => [field, all[field] ?? '']))

/** Somebody who does not exist, with something of everything: what the editor shows until a customer is chosen. */
export const exampleValues = (kind: SlipKind, at: EpochMs): SlipValues => {
  const today = businessDate(at)
  const fields: SlipValues['fields'] = {
    shopName: '우리 가게',
    slipNumber: `${today.replaceAll('-', '')}-0001`,
    date: dateText(at).slice(0, -6),
    moment: dateText(at),
    customerName: '김*희',
    customerPhone: '****-5678',
    points: '3,549점',
    endingPoints: '300점',
    pointsEndOn: addDays(today, 25),
    tier: '골드',
    nextTier: 'VIP',
    toNextTier: '123,000원',
    stampCard: '커피 카드',
    stamps: '7 / 10개',
    stampsMissing: '3개',
    stampReward: '아메리카노 한 잔',
    coupons: '2장',
    endingCoupon: '생일 축하 천 원 할인',
    couponEndsOn: addDays(today, 9),
    visits: '12번',
    paid: '12,900원',
    pointsGiven: '+129점',
    pointsUsed: '-500점',
    couponName: '아메리카노 한 잔 무료',
    couponBenefit: '한 개 무료',
    couponValid: `${addDays(today, 60)}까지`,
    // A number that no coupon has: its check figures are wrong.
    couponCode: '1000 0001 0000 0000',
    friendPoints: '1,000점',
    surveyPoints: '300점',
    firstPoints: '500점',
    birthdayPoints: '2,000점',
    backupAt: momentText(at),
    backupCustomers: '1,234명',
    backupReceipts: '56,789건',
    provenAt: momentText(at),
    checkCode: '0A1B2C3D',
  }
  return {
    fields: picked(fields, fieldsFor(kind)),
    lists: {
      items: [
        { left: '아메리카노(ICE)', right: '4,500원' },
        { left: '크루아상 ×2', right: '8,400원' },
      ],
      rewards: [
        { left: '커피 카드', right: '7 / 10개' },
        { left: '등급', right: '골드' },
        { left: 'VIP까지', right: '123,000원' },
        { left: '쓸 수 있는 쿠폰', right: '2장' },
      ],
      couponTerms: [{ left: '음료에 쓸 수 있어요', right: '' }],
    },
    facts: {
      'first-visit': kind === 'welcome',
      'birthday-month': false,
      'has-points': true,
      'has-stamps': true,
      'has-tier': true,
      'has-coupons': true,
      'has-rewards': true,
      'has-items': true,
      sale: true,
      'points-used': true,
    },
    days: { 'coupon-ends': 9, 'points-end': 25 },
    stamps: { filled: 7, of: 10 },
  }
}
