import { asSubject } from '#shared/hangul.ts'
import type { Language } from '#shared/i18n/index.ts'
import { formatNumber } from '#shared/won.ts'
import type { Words } from '../../app/words.ts'

const short = (value: number): string => {
  const rounded = Math.abs(value) < 10 ? Math.round(value * 10) / 10 : Math.round(value)
  return Number.isInteger(rounded) ? formatNumber(rounded) : String(rounded)
}

/** The units that a language counts in, the larger first. */
const units = {
  ko: [
    [100_000_000, 'pictures.unit.large'],
    [10_000, 'pictures.unit.small'],
  ],
  en: [
    [1_000_000, 'pictures.unit.large'],
    [1_000, 'pictures.unit.small'],
  ],
} as const

/** A number at an axis: a hundred and twenty ten-thousands, or 1.2M. Small ones as they are. */
export const compact = (value: number, { language, t }: Pick<Words, 'language' | 't'>): string => {
  const size = Math.abs(value)
  const unit = units[language].find(([least]) => size >= least)
  return unit === undefined ? short(value) : t(unit[1], { n: short(value / unit[0]) })
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
