import { getChoseong } from 'es-hangul'

const onlyInitials = /^[ㄱ-ㅎ]+$/

/** `김영희` → `ㄱㅇㅎ`; letters that are no Hangul syllable are dropped, spaces too. */
export const initialsOf = (text: string): string =>
  getChoseong(text.normalize('NFC')).replace(/[^ㄱ-ㅎ]/g, '')

/** True for a query of initial consonants only (`ㄱㅇㅎ`). */
export const isInitials = (text: string): boolean => onlyInitials.test(text)
