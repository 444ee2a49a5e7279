import { addDays, type BusinessDate } from '../dates.ts'
import type { Won } from '../won.ts'
import { rulePlace } from './rules.ts'

/** What was sold and what became of it, as it has to be known to say what is given back. */
export interface ToGiveBack {
  readonly unit: 'won' | 'times'
  /** Won that were paid for it. */
  readonly price: Won
  /** What was paid for: won or times. */
  readonly paid: number
  /** Of it, what was used; at most `paid`. */
  readonly used: number
  /** What came on top and is left: never given back. */
  readonly bonusLeft: number
  /** What one time costs without a pass; null for amounts. */
  readonly singlePrice: Won | null
  /** At which price times that were used are counted. */
  readonly countedAt: 'normal' | 'contract'
  /** 0 to 10. */
  readonly penaltyPercent: number
  readonly soldOn: BusinessDate
  /** The last day on which it can be used. */
  readonly endsOn: BusinessDate | null
  readonly today: BusinessDate
  /** Whose wish it is: where the shop cannot serve any more, nothing is held back. */
  readonly because: 'guest' | 'shop'
}

export type GivingBackLine =
  | 'paid'
  | 'used-won'
  | 'used-normal'
  | 'used-contract'
  | 'penalty'
  | 'not-under-threshold'
  | 'not-below-nought'
  | 'ended-share'
  | 'prescribed'
  | 'rounded'

/** One line of the working; their won add up to what is given back. */
export interface Working {
  readonly line: GivingBackLine
  readonly won: Won
  /** Times that were used; percent of a penalty or of a share. 0 for none. */
  readonly count: number
  /** Won for one time; what a percentage is of. 0 for none. */
  readonly each: Won
}

/** By which rule it was reckoned; `rules.ts` names where each stands. */
export type GivingBackRule = keyof typeof rulePlace

export interface GivenBack {
  readonly rule: GivingBackRule
  readonly lines: readonly Working[]
  /** Won; the least that is given back. The owner may give more, up to the price. */
  readonly won: Won
}

/** Days after the sale within which all of it is given back if nothing was used. */
export const freeDays = 7
/** Years after which a claim is prescribed. */
const prescribedYears = 5
/** From this part on the rest of an amount is given back whole: percent, for small amounts and others. */
const thresholds = { upTo: 10_000, small: 80, large: 60 } as const
/** What of the rest is given back once it has ended, percent. */
const afterEnd = { upTo: 50_000, small: 90, large: 95 } as const

/**
 * What is given back of a prepaid amount or pass, with its working. Every rounding is in the guest's favour; the result
 * is never below nought nor above the price, never more than before when more was used, and no penalty is above a tenth.
 */
export const giveBack = (of: ToGiveBack): GivenBack => {
  const rule = ruleFor(of)
  const paid: Working = { line: 'paid', won: of.price, count: 0, each: 0 }
  if (rule === 'seven-days') return result(rule, [paid])
  if (rule === 'prescribed') return result(rule, [paid, line('prescribed', -of.price)])
  if (rule === 'cancelled') return result(rule, [paid, ...cancelled(of)])
  const rest = [paid, usedAt(of, 'contract')]
  if (rule !== 'ended') return result(rule, rest)
  const percent = of.price <= afterEnd.upTo ? afterEnd.small : afterEnd.large
  const open = sum(rest)
  return result(rule, [...rest, line('ended-share', partUp(open, percent, 100) - open, percent, open)])
}

const ruleFor = (of: ToGiveBack): GivingBackRule => {
  if (of.because === 'shop') return 'shop'
  if (of.used === 0 && of.today <= addDays(of.soldOn, freeDays)) return 'seven-days'
  if (of.today > yearsAfter(of.soldOn, prescribedYears)) return isOver(of) ? 'prescribed' : 'cancelled'
  if (isOver(of)) return 'ended'
  return of.unit === 'won' && of.used >= thresholdOf(of) ? 'mostly-used' : 'cancelled'
}

const isOver = (of: ToGiveBack): boolean => of.endsOn !== null && of.endsOn < of.today

/** Won of an amount from which on the rest is given back whole. */
const thresholdOf = ({ price, paid }: ToGiveBack): number =>
  partUp(paid, price <= thresholds.upTo ? thresholds.small : thresholds.large, 100)

const cancelled = (of: ToGiveBack): Working[] => {
  const used = usedAt(of, of.countedAt)
  const penalty = line(
    'penalty',
    -Math.floor((of.price * of.penaltyPercent) / 100),
    of.penaltyPercent,
    of.price,
  )
  const left = of.price + used.won + penalty.won
  // Whoever uses less is never given back less than whoever uses as much as the standard terms ask for.
  const least = of.unit === 'won' ? Math.min(of.price + used.won, of.paid - thresholdOf(of)) : 0
  const raised =
    left >= least ? [] : [line(least > 0 ? 'not-under-threshold' : 'not-below-nought', least - left)]
  return [used, ...(of.penaltyPercent === 0 ? [] : [penalty]), ...raised]
}

const usedAt = (of: ToGiveBack, at: 'normal' | 'contract'): Working => {
  if (of.unit === 'won' || of.singlePrice === null) return line('used-won', -of.used)
  if (at === 'normal') return line('used-normal', -of.used * of.singlePrice, of.used, of.singlePrice)
  const left = partUp(of.price, of.paid - of.used, of.paid)
  return line('used-contract', left - of.price, of.used, Math.floor(of.price / of.paid))
}

const line = (name: GivingBackLine, won: Won, count = 0, each: Won = 0): Working => ({
  line: name,
  won: won === 0 ? 0 : won,
  count,
  each,
})

const result = (rule: GivingBackRule, lines: readonly Working[]): GivenBack => ({
  rule,
  lines,
  won: sum(lines),
})

const sum = (lines: readonly Working[]): Won => lines.reduce((all, { won }) => all + won, 0)

/** So much of it, up to the next whole won. */
const partUp = (amount: number, share: number, of: number): number => Math.ceil((amount * share) / of)

const yearsAfter = (day: BusinessDate, years: number): BusinessDate =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
