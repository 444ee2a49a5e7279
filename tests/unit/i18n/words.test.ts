import { describe, expect, it } from 'vitest'
import { ledgerProblems } from '#backend/receipts/entering/verdict.ts'
import { errorCodes } from '#shared/errors.ts'
import {
  errorSentences,
  languages,
  problemSentence,
  problemSentences,
  type Word,
  type WordKey,
  words,
} from '#shared/i18n/index.ts'

const forms = (word: Word): readonly string[] => (typeof word === 'string' ? [word] : [word.one, word.other])
const gaps = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => String(name)).sort()
const keys = Object.keys(words.ko) as WordKey[]

describe('words in every language', () => {
  it.each(languages)('%s has every key and nothing else, and none is empty', (language) => {
    expect(Object.keys(words[language]).sort()).toEqual([...keys].sort())
    for (const word of Object.values(words[language]))
      for (const form of forms(word)) expect(form.trim()).not.toBe('')
  })
  it.each(keys)('%s has the same gaps in Korean and English', (key) => {
    const korean = gaps(forms(words.ko[key]).at(-1) ?? '')
    // "1 day ago" may leave the figure out, "n days ago" may not.
    expect(gaps(forms(words.en[key]).at(-1) ?? '')).toEqual(korean)
  })
  it('no Korean word is left in English, except where it is the example', () => {
    const korean = keys.filter((key) => /[가-힣]/.test(forms(words.en[key]).join(' ')))
    expect(korean).toEqual(['join.namePlaceholder'])
  })
  it('speaks politely in Korean, one way throughout', () => {
    for (const sentence of [...Object.values(errorSentences.ko), ...Object.values(problemSentences.ko)])
      expect(sentence).toMatch(/(?:요|요\.|예: [\d-]+)$/)
    for (const word of Object.values(words.ko))
      expect(forms(word).join(' ')).not.toMatch(/(?:습니다|십시오|하라)/)
  })
})

describe('sentences for codes', () => {
  it.each(languages)('%s has one of its own for each error', (language) => {
    const sentences = errorCodes.map((code) => errorSentences[language][code])
    expect(sentences.every((sentence) => sentence.length > 0)).toBe(true)
    expect(new Set(sentences).size).toBe(sentences.length)
  })
  it.each(languages)(
    '%s knows what only the ledger sees, and has a sentence for what nobody listed',
    (language) => {
      for (const code of ledgerProblems)
        expect(problemSentence(language, code)).not.toBe(problemSentences[language].other)
      expect(problemSentence(language, 'toString')).toBe(problemSentences[language].other)
      expect(problemSentence(language, 'no-such-code')).toBe(problemSentences[language].other)
    },
  )
})
