export type Strength = 'empty' | 'weak' | 'fair' | 'strong'

/** Bits that one more letter of each kind is worth when people choose it themselves (they choose poorly). */
const worth = (letter: string): number => {
  if (/[가-힣]/.test(letter)) return 5
  if (/[a-z]/i.test(letter)) return 2.6
  if (/\d/.test(letter)) return 2
  return letter === ' ' ? 1 : 4
}

const everybodys = /^(?:1234|0000|1111|qwer|asdf|password|passw0rd|dangol|단골|비밀번호|iloveyou|010\d)/i

/** Whether a new passphrase may be taken. */
export const isEnough = (passphrase: string): boolean => {
  const strength = strengthOf(passphrase)
  return strength === 'fair' || strength === 'strong'
}

/**
 * How hard a passphrase is to guess, in four words. A stretch that repeats or counts up adds little, and what
 * everybody chooses is weak however long it is.
 */
export const strengthOf = (passphrase: string): Strength => {
  const letters = Array.from(passphrase.normalize('NFC').trim())
  if (letters.length < 8) return letters.length === 0 ? 'empty' : 'weak'
  let bits = 0
  letters.forEach((letter, index) => {
    const before = letters[index - 1]
    const step = before === undefined ? 9 : (letter.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)
    bits += Math.abs(step) <= 1 ? 0.5 : worth(letter)
  })
  const spread = new Set(letters).size
  if (everybodys.test(passphrase) && bits < 40) return 'weak'
  if (bits < 20 || spread < 5) return 'weak'
  return bits < 34 ? 'fair' : 'strong'
}
