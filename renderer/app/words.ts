import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, businessDate, clockText, daysBetween, type EpochMs, koreanTime } from '#shared/dates.ts'
import { errorSentences, type Language, problemSentence, type WordKey } from '#shared/i18n/index.ts'
import type { FailureDetail } from '#shared/result.ts'
import { formatNumber } from '#shared/won.ts'

/** Figures that a sentence needs; `count` (or a numeric `n`) chooses between one and many. */
export type WordParams = Readonly<Record<string, string | number>>

export interface Words {
  readonly language: Language
  readonly t: (key: WordKey, params?: WordParams) => string
  /** `13,500원` */
  readonly won: (amount: number) => string
  /** `135점` */
  readonly points: (points: number) => string
  /** `+135점`, `-135점` */
  readonly signedPoints: (points: number) => string
  /** `방금`, `3분 전`, then `14:02`. */
  readonly ago: (at: EpochMs, now: EpochMs) => string
  /** `오늘`, `어제`, `3일 전`, then `2026-11-02 (월)`. Takes a business date. */
  readonly day: (date: string, now: EpochMs) => string
  /** `오늘`, `3일 전`, `5달 전`: how long somebody was away. Takes a business date. */
  readonly since: (date: string, now: EpochMs) => string
  /** `오늘 14:02` or `2026-11-02 (월) 14:02`. */
  readonly moment: (at: EpochMs, now: EpochMs) => string
  readonly error: (failure: FailureDetail) => string
  readonly problem: (code: string) => string
}

const minute = 60_000

const wordsOf = (language: Language, translate: (key: string, params: WordParams) => string): Words => {
  const t: Words['t'] = (key, params = {}) => {
    const counted = params['count'] ?? params['n']
    return translate(key, typeof counted === 'number' ? { ...params, count: counted } : params)
  }
  const points = (value: number, sign = ''): string =>
    t('unit.points', { n: sign + formatNumber(value), count: Math.abs(value) })
  const day: Words['day'] = (date, now) => {
    const today = businessDate(now)
    if (date === today) return t('time.today')
    if (date === addDays(today, -1)) return t('time.yesterday')
    for (let back = 2; back <= 6; back += 1)
      if (date === addDays(today, -back)) return t('time.daysAgo', { n: back })
    const weekday = koreanTime(Date.parse(`${date}T00:00:00+09:00`)).weekday
    return `${date} (${Array.from(t('time.weekdays'))[weekday] ?? ''})`
  }
  return {
    language,
    t,
    won: (amount) => t('unit.won', { n: formatNumber(amount) }),
    points: (value) => points(value),
    signedPoints: (value) => points(value, value > 0 ? '+' : ''),
    ago: (at, now) => {
      const minutes = Math.floor((now - at) / minute)
      if (minutes < 1) return t('time.now')
      return minutes < 10 ? t('time.minutes', { n: minutes }) : clockText(at)
    },
    day,
    since: (date, now) => {
      const days = daysBetween(date, businessDate(now))
      if (days <= 1) return t(days === 1 ? 'time.yesterday' : 'time.today')
      return days < 60 ? t('time.daysAgo', { n: days }) : t('time.monthsAgo', { n: Math.floor(days / 30) })
    },
    moment: (at, now) => `${day(businessDate(at), now)} ${clockText(at)}`,
    error: (failure) => {
      const sentence = errorSentences[language][failure.code]
      return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(failure.params[name] ?? ''))
    },
    problem: (code) => problemSentence(language, code),
  }
}

/** Words and figures in the language of the screen. */
export const useWords = (): Words => {
  const { t, i18n } = useTranslation()
  const language: Language = i18n.language === 'en' ? 'en' : 'ko'
  return useMemo(() => wordsOf(language, (key, params) => t(key, { ...params })), [language, t])
}
