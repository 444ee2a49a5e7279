import { getChoseong, josa } from 'es-hangul'

const onlyInitials = /^[ㄱ-ㅎ]+$/

/** `김영희` → `ㄱㅇㅎ`; letters that are no Hangul syllable are dropped, spaces too. */
export const initialsOf = (text: string): string =>
  getChoseong(text.normalize('NFC')).replace(/[^ㄱ-ㅎ]/g, '')

/** True for a query of initial consonants only (`ㄱㅇㅎ`). */
export const isInitials = (text: string): boolean => onlyInitials.test(text)

/** A name as the subject of a Korean sentence: `라떼` → `라떼가`, `원두 10개입` → `원두 10개입이`. */
export const asSubject = (name: string): string => (name === '' ? '' : josa(name, '이/가'))
