import { asSubject } from '#shared/hangul.ts'
import type { Language } from '#shared/i18n/index.ts'
import { formatNumber } from '#shared/won.ts'

const short = (value: number): string => {
  const rounded = Math.abs(value) < 10 ? Math.round(value * 10) / 10 : Math.round(value)
  return Number.isInteger(rounded) ? formatNumber(rounded) : String(rounded)
}

/** A number at an axis: `120만`, `1.2억`; in English `1.2M`. Small ones as they are. */
export const compact = (value: number, language: Language): string => {
  const size = Math.abs(value)
  const units: readonly (readonly [number, string])[] =
    language === 'ko'
      ? [
          [100_000_000, '억'],
          [10_000, '만'],
        ]
      : [
          [1_000_000, 'M'],
          [1_000, 'k'],
        ]
  const unit = units.find(([least]) => size >= least)
  return unit === undefined ? short(value) : `${short(value / unit[0])}${unit[1]}`
}

/** How much more or less, in percent; null from nothing. */
export const growth = (now: number, before: number): number | null =>
  before <= 0 ? null : Math.round(((now - before) / before) * 100)

/** A share as people say it: whole percents, tenths under ten. */
export const percentText = (share: number): string => {
  const percent = share * 100
  return `${percent < 10 && percent > 0 ? (Math.round(percent * 10) / 10).toString() : Math.round(percent)}%`
}

/** For words that count: the number as it is read, and as the language chooses its form by. */
export const counted = (number: number): { readonly n: string; readonly count: number } => ({
  n: Number.isInteger(number) ? formatNumber(number) : String(Math.round(number * 10) / 10),
  count: number,
})

/** A name as the subject of a sentence, with the particle that Korean wants. */
export const subject = (name: string, language: Language): string =>
  language === 'ko' ? asSubject(name) : name
