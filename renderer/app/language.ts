import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Language, languages, type Word, words } from '#shared/i18n/index.ts'

const storageKey = 'dangol.language'

/** i18next's form: a word that counts becomes `key_one` and `key_other`. */
const resourceOf = (list: Readonly<Record<string, Word>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(list).flatMap(([key, word]): [string, string][] =>
      typeof word === 'string'
        ? [[key, word]]
        : [
            [`${key}_one`, word.one],
            [`${key}_other`, word.other],
          ],
    ),
  )

const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value)

/** Korean unless the owner chose otherwise on this PC. */
export const savedLanguage = (): Language => {
  const saved = localStorage.getItem(storageKey)
  return isLanguage(saved) ? saved : 'ko'
}

/** Tells the window, and whoever reads it aloud, which language this is. */
const name = (language: Language): void => {
  const title = words[language]['app.name']
  document.documentElement.lang = language
  document.title = typeof title === 'string' ? title : title.other
}

export const startLanguage = (): void => {
  const language = savedLanguage()
  name(language)
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'ko',
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: {
      ko: { translation: resourceOf(words.ko) },
      en: { translation: resourceOf(words.en) },
    },
  })
}

export const chooseLanguage = async (language: Language): Promise<void> => {
  localStorage.setItem(storageKey, language)
  name(language)
  await i18next.changeLanguage(language)
}
