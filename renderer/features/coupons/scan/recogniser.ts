/** One key going down, as the scanner's recogniser wants to know it. */
export interface ScanKey {
  /** The sign that the key stands for whatever the keyboard is set to; '' for keys that write none. */
  readonly sign: string
  /** Enter or Tab: what scanners send behind a code. */
  readonly ends: boolean
  /** Milliseconds, of any clock that does not jump. */
  readonly at: number
}

export interface Recogniser {
  /** @returns what was scanned, when this key ends it; null otherwise. */
  press(key: ScanKey): string | null
  /** A key was held down, or the pause was long: what came before was typed. */
  reset(): void
}

/** A finger needs 60 ms and more from key to key; a scanner 1 to 20, and a busy PC bunches them up. */
const longestGapMs = 60
const averageGapMs = 32
/** Shorter bursts are fingers that know a number by heart. */
export const shortestScan = 8

/** Tells a scanner from fingers by nothing but the time between keys. */
export const createRecogniser = (): Recogniser => {
  let signs = ''
  let first = 0
  let last = Number.NEGATIVE_INFINITY

  const reset = (): void => {
    signs = ''
    last = Number.NEGATIVE_INFINITY
  }
  return {
    reset,
    press({ sign, ends, at }) {
      if (at - last > longestGapMs || at < last) reset()
      if (ends) {
        const scanned = signs
        const slow = scanned.length * averageGapMs < at - first
        reset()
        return scanned.length >= shortestScan && !slow ? scanned : null
      }
      // Shift goes down before a capital: it is part of the burst and writes nothing.
      if (sign === '') return null
      if (signs === '') first = at
      signs += sign
      last = at
      return null
    },
  }
}

/**
 * What a key writes on a keyboard that is set to English: while it is set to Hangul a letter key has the sign `ㅁ`, or
 * none at all (`Process`).
 * @param code `KeyboardEvent.code`.
 */
export const signOf = (code: string, key: string, shift: boolean): string => {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined) return shift ? letter : letter.toLowerCase()
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  if (digit !== undefined && !shift) return digit
  return Array.from(key).length === 1 ? key : ''
}
