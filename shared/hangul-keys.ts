/** The Korean keyboard (두벌식), row by row; with shift five consonants and two vowels double. */
export const hangulRows = [
  ['ㅂ', 'ㅈ', 'ㄷ', 'ㄱ', 'ㅅ', 'ㅛ', 'ㅕ', 'ㅑ', 'ㅐ', 'ㅔ'],
  ['ㅁ', 'ㄴ', 'ㅇ', 'ㄹ', 'ㅎ', 'ㅗ', 'ㅓ', 'ㅏ', 'ㅣ'],
  ['ㅋ', 'ㅌ', 'ㅊ', 'ㅍ', 'ㅠ', 'ㅜ', 'ㅡ'],
] as const
export const latinRows = [
  ['Q', 'W', 'E', 'R', 'T', 'Y', 'U', 'I', 'O', 'P'],
  ['A', 'S', 'D', 'F', 'G', 'H', 'J', 'K', 'L'],
  ['Z', 'X', 'C', 'V', 'B', 'N', 'M'],
] as const

const shifted: Readonly<Record<string, string>> = {
  ㅂ: 'ㅃ',
  ㅈ: 'ㅉ',
  ㄷ: 'ㄸ',
  ㄱ: 'ㄲ',
  ㅅ: 'ㅆ',
  ㅐ: 'ㅒ',
  ㅔ: 'ㅖ',
}
export const withShift = (key: string): string => shifted[key] ?? key

// In the order of Unicode's syllables; a syllable without a tail comes first.
const leads = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
const vowels = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'
const tails = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'

const joined: Readonly<Record<string, string>> = {
  ㅗㅏ: 'ㅘ',
  ㅗㅐ: 'ㅙ',
  ㅗㅣ: 'ㅚ',
  ㅜㅓ: 'ㅝ',
  ㅜㅔ: 'ㅞ',
  ㅜㅣ: 'ㅟ',
  ㅡㅣ: 'ㅢ',
  ㄱㅅ: 'ㄳ',
  ㄴㅈ: 'ㄵ',
  ㄴㅎ: 'ㄶ',
  ㄹㄱ: 'ㄺ',
  ㄹㅁ: 'ㄻ',
  ㄹㅂ: 'ㄼ',
  ㄹㅅ: 'ㄽ',
  ㄹㅌ: 'ㄾ',
  ㄹㅍ: 'ㄿ',
  ㄹㅎ: 'ㅀ',
  ㅂㅅ: 'ㅄ',
}
const parted = new Map(Object.entries(joined).map(([two, one]) => [one, two]))

interface Syllable {
  readonly lead: string
  readonly vowel: string
  readonly tail: string
}

const written = ({ lead, vowel, tail }: Syllable): string => {
  if (lead === '' || vowel === '') return lead + vowel
  const place = (leads.indexOf(lead) * vowels.length + vowels.indexOf(vowel)) * tails.length
  return String.fromCharCode(0xac00 + place + tails.indexOf(tail || ' '))
}

/** The syllables after one more key, the last of which may still change. */
const withKey = (last: Syllable, key: string): readonly Syllable[] => {
  const { lead, vowel, tail } = last
  const two = joined[(tail || vowel) + key]
  if (vowels.includes(key)) {
    if (tail !== '') {
      // What was the end of one syllable begins the next: 김 + ㅏ is 기마.
      const [stays = '', goes = ''] = parted.get(tail) ?? ['', tail]
      return [
        { ...last, tail: stays },
        { lead: goes, vowel: key, tail: '' },
      ]
    }
    if (vowel === '') return [{ lead, vowel: key, tail: '' }]
    return two === undefined ? [last, { lead: '', vowel: key, tail: '' }] : [{ ...last, vowel: two }]
  }
  if (lead !== '' && vowel !== '') {
    if (tail === '' && tails.includes(key)) return [{ ...last, tail: key }]
    if (tail !== '' && two !== undefined) return [{ ...last, tail: two }]
  }
  return [last, { lead: key, vowel: '', tail: '' }]
}

const nothing: Syllable = { lead: '', vowel: '', tail: '' }

/**
 * What presses of keys make, one after another: `ㄱ ㅣ ㅁ` → `김`. Any keys in any order give a text; what makes no syllable
 * stays as it was pressed.
 */
export const textOfKeys = (keys: readonly string[]): string => {
  let text = ''
  let last = nothing
  for (const key of keys) {
    if (leads.includes(key) || vowels.includes(key)) {
      const made = withKey(last, key)
      if (made.length > 1) text += written(made[0] ?? nothing)
      last = made.at(-1) ?? nothing
    } else {
      text += written(last) + key
      last = nothing
    }
  }
  return text + written(last)
}
