import type { CallInput } from '#shared/contract/index.ts'
import { type ListedRule, percentText } from './rule-words.ts'

type Proposed = CallInput<'points.makeRule'>
type BonusKind = Proposed['bonuses'][number]['kind']

export const bonusKinds = ['first-visit', 'birthday', 'friend', 'survey', 'review'] as const

/** A rule as it is being written: figures as they are typed. */
export interface RuleDraft {
  readonly fromDate: string
  readonly way: 'percent' | 'amount'
  /** Percent, with at most two places after the point. */
  readonly percent: string
  readonly perWon: string
  readonly points: string
  readonly carries: boolean
  readonly lifetimeMonths: number | null
  readonly leastSpend: string
  /** By tier or way of paying; '' for the same as everybody. */
  readonly tiers: Readonly<Record<number, string>>
  readonly methods: Readonly<Record<string, string>>
  readonly excluded: string
  readonly categories: readonly number[]
  readonly bonuses: Readonly<Record<BonusKind, string>>
  readonly birthdayDays: string
}

const figure = (way: Proposed['way'], rate: { points: number; perWon: number }): string =>
  way === 'percent' ? percentText(rate) : String(rate.points)

/** The rule in force, to be changed. */
export const draftOf = (rule: ListedRule, today: string): RuleDraft => {
  const main = rule.rates.find(({ tierId, method }) => tierId === 0 && method === '')
  const others = rule.rates.filter((rate) => rate !== main)
  return {
    fromDate: today,
    way: rule.way,
    percent: rule.way === 'percent' && main !== undefined ? percentText(main) : '1',
    perWon: rule.way === 'amount' && main !== undefined ? String(main.perWon) : '1000',
    points: rule.way === 'amount' && main !== undefined ? String(main.points) : '10',
    carries: rule.carries,
    lifetimeMonths: rule.lifetimeMonths,
    leastSpend: String(rule.leastSpend),
    tiers: Object.fromEntries(
      others.filter(({ tierId }) => tierId !== 0).map((rate) => [rate.tierId, figure(rule.way, rate)]),
    ),
    methods: Object.fromEntries(
      others.filter(({ tierId }) => tierId === 0).map((rate) => [rate.method, figure(rule.way, rate)]),
    ),
    excluded: rule.excludedItems.join(', '),
    categories: rule.excludedCategories,
    bonuses: {
      'first-visit': '0',
      birthday: '0',
      friend: '0',
      survey: '0',
      review: '0',
      ...Object.fromEntries(rule.bonuses.map(({ kind, points }) => [kind, String(points)])),
    },
    birthdayDays: String(rule.birthdayDays),
  }
}

/** Typed percent in points for 10,000 won; null for what is none. */
const percentPoints = (text: string): number | null => {
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text.trim())) return null
  const points = Math.round(Number(text) * 100)
  return points <= 10_000 ? points : null
}

const whole = (text: string, most: number): number | null => {
  if (!/^\d{1,9}$/.test(text.trim())) return null
  const value = Number(text)
  return value <= most ? value : null
}

export const goodPercent = (text: string): boolean => percentPoints(text) !== null
export const goodPoints = (text: string): boolean => whole(text, 10_000) !== null
export const goodPerWon = (text: string): boolean => (whole(text, 1_000_000) ?? 0) >= 1

/** The rule that was written; null while something in it is missing or wrong. @param today no rule begins before. */
export const ruleOf = (draft: RuleDraft, today: string): Proposed | null => {
  const perWon = draft.way === 'percent' ? 10_000 : (whole(draft.perWon, 1_000_000) ?? 0)
  const read = draft.way === 'percent' ? percentPoints : (text: string) => whole(text, 10_000)
  const main = read(draft.way === 'percent' ? draft.percent : draft.points)
  const others = [
    ...Object.entries(draft.tiers).map(([tier, text]) => ({ tierId: Number(tier), method: '', text })),
    ...Object.entries(draft.methods).map(([method, text]) => ({ tierId: 0, method, text })),
  ]
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, ...which }) => ({ ...which, points: read(text), perWon }))
  const leastSpend = whole(draft.leastSpend, 1_000_000)
  const birthdayDays = whole(draft.birthdayDays, 31)
  const bonuses = bonusKinds.map((kind) => ({ kind, points: whole(draft.bonuses[kind], 1_000_000) }))
  const readable = [main, leastSpend, birthdayDays, ...others.map(({ points }) => points)].every(
    (value) => value !== null,
  )
  if (!readable || bonuses.some(({ points }) => points === null)) return null
  if (perWon < 1 || !/^\d{4}-\d{2}-\d{2}$/.test(draft.fromDate) || draft.fromDate < today) return null
  return {
    fromDate: draft.fromDate,
    way: draft.way,
    carries: draft.carries,
    leastSpend: leastSpend ?? 0,
    lifetimeMonths: draft.lifetimeMonths,
    birthdayDays: birthdayDays ?? 0,
    rates: [
      { tierId: 0, method: '', points: main ?? 0, perWon },
      ...others.map((rate) => ({ ...rate, points: rate.points ?? 0 })),
    ],
    excludedItems: [
      ...new Set(
        draft.excluded
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== ''),
      ),
    ],
    excludedCategories: [...draft.categories],
    bonuses: bonuses.flatMap(({ kind, points }) =>
      points === null || points === 0 ? [] : [{ kind, points }],
    ),
  }
}
