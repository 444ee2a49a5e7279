import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { enGuestScreen } from '#shared/i18n/en/guest-screen.ts'
import { type GuestWord, koGuestScreen } from '#shared/i18n/ko/guest-screen.ts'
import { formatNumber } from '#shared/won.ts'

const lists = { ko: koGuestScreen, en: enGuestScreen }
export type GuestLanguage = keyof typeof lists

type Params = Readonly<Record<string, string | number>>

export interface GuestWords {
  readonly language: GuestLanguage
  readonly t: (key: GuestWord, params?: Params) => string
  readonly points: (points: number) => string
  readonly won: (amount: number) => string
  readonly choose: (language: GuestLanguage) => void
}

const Context = createContext<GuestWords | null>(null)

/** Words of this screen alone; each new guest begins in Korean. */
export const WordsProvider = ({ children }: { readonly children: ReactNode }) => {
  const [language, choose] = useState<GuestLanguage>('ko')
  const words = useMemo<GuestWords>(() => {
    const t: GuestWords['t'] = (key, params = {}) =>
      lists[language][key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''))
    return {
      language,
      t,
      choose,
      points: (n) => t('unit.points', { n: formatNumber(n) }),
      won: (n) => t('unit.won', { n: formatNumber(n) }),
    }
  }, [language])
  useEffect(() => {
    document.documentElement.lang = language
    document.title = words.t('title')
  }, [language, words])
  return <Context value={words}>{children}</Context>
}

export const useGuestWords = (): GuestWords => {
  const words = useContext(Context)
  if (words === null) throw new Error('No words')
  return words
}
