import type { SlipKind } from './kinds.ts'

export type FieldGroup = 'shop' | 'person' | 'sale' | 'coupon' | 'bonus' | 'proof'

/**
 * What a template can name in braces: `{고객 이름}`. Slips are Korean whatever the screen speaks, so the label is
 * Korean and part of the template; `slipField.ID` is the word for screens. A feature with something to tell adds a
 * line here, its word, and its value to the sources in `open-slips.ts`.
 */
const fields = {
  shopName: ['가게 이름', 'shop'],
  shopPhone: ['가게 전화', 'shop'],
  shopAddress: ['가게 주소', 'shop'],
  shopFooter: ['맺음말', 'shop'],
  shopQr: ['가게 QR', 'shop'],
  date: ['날짜', 'shop'],
  moment: ['일시', 'shop'],
  slipNumber: ['전표 번호', 'shop'],
  customerName: ['고객 이름', 'person'],
  customerPhone: ['고객 전화', 'person'],
  points: ['포인트', 'person'],
  endingPoints: ['끝나는 포인트', 'person'],
  pointsEndOn: ['포인트 끝나는 날', 'person'],
  tier: ['등급', 'person'],
  nextTier: ['다음 등급', 'person'],
  toNextTier: ['다음 등급까지', 'person'],
  stampCard: ['스탬프 카드', 'person'],
  stamps: ['스탬프', 'person'],
  stampsMissing: ['남은 스탬프', 'person'],
  stampReward: ['스탬프 선물', 'person'],
  coupons: ['쓸 수 있는 쿠폰', 'person'],
  endingCoupon: ['끝나는 쿠폰', 'person'],
  couponEndsOn: ['쿠폰 끝나는 날', 'person'],
  visits: ['방문 횟수', 'person'],
  paid: ['받은 금액', 'sale'],
  pointsGiven: ['적립 포인트', 'sale'],
  pointsUsed: ['사용 포인트', 'sale'],
  couponName: ['쿠폰 이름', 'coupon'],
  couponBenefit: ['쿠폰 혜택', 'coupon'],
  couponValid: ['쿠폰 기한', 'coupon'],
  couponCode: ['쿠폰 번호', 'coupon'],
  friendPoints: ['소개 포인트', 'bonus'],
  surveyPoints: ['설문 포인트', 'bonus'],
  firstPoints: ['첫 방문 포인트', 'bonus'],
  birthdayPoints: ['생일 포인트', 'bonus'],
  backupAt: ['백업한 때', 'proof'],
  backupCustomers: ['백업 고객 수', 'proof'],
  backupReceipts: ['백업 영수증 수', 'proof'],
  provenAt: ['확인한 때', 'proof'],
  checkCode: ['확인 번호', 'proof'],
} as const satisfies Record<string, readonly [label: string, group: FieldGroup]>

export type FieldId = keyof typeof fields

/** Rows that come as many as there are: what was bought, what somebody has, a coupon's conditions. */
const lists = {
  items: 'sale',
  rewards: 'person',
  couponTerms: 'coupon',
} as const satisfies Record<string, FieldGroup>

export type ListId = keyof typeof lists
export const listIds = Object.keys(lists) as readonly ListId[]

const groupsOf: Readonly<Record<SlipKind, readonly FieldGroup[]>> = {
  earn: ['shop', 'person', 'sale', 'bonus'],
  coupon: ['shop', 'person', 'coupon', 'bonus'],
  tier: ['shop', 'person', 'bonus'],
  invitation: ['shop', 'person', 'bonus'],
  welcome: ['shop', 'person', 'bonus'],
  survey: ['shop', 'person', 'bonus'],
  proof: ['shop', 'proof'],
}

export const fieldIds = Object.keys(fields) as readonly FieldId[]

/** Whose matter it is; what belongs to a sale, a coupon or a backup only the one who prints knows. */
export const fieldGroup = (field: FieldId): FieldGroup => fields[field][1]

/** `고객 이름`, as it stands between the braces. */
export const fieldLabel = (field: FieldId): string => fields[field][0]

/** As a template names it: `{고객 이름}`. */
export const written = (field: FieldId): string => `{${fieldLabel(field)}}`

const byLabel: ReadonlyMap<string, FieldId> = new Map(fieldIds.map((field) => [fieldLabel(field), field]))

/** The field of that label; blanks around it do not count. Undefined for none. */
export const fieldOf = (label: string): FieldId | undefined => byLabel.get(label.trim())

/** What a template of that kind can name, in the order in which the editor offers it. */
export const fieldsFor = (kind: SlipKind): FieldId[] =>
  fieldIds.filter((field) => groupsOf[kind].includes(fields[field][1]))

export const listsFor = (kind: SlipKind): ListId[] =>
  listIds.filter((list) => groupsOf[kind].includes(lists[list]))

/** A field as it is written in a template: one pair of braces, no line break in it. */
export const fieldPattern = /\{([^{}\n]{1,30})\}/g
