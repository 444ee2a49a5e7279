import type { Line } from '../text/line.ts'
import { afterLabel } from './date.ts'

/** Whether one of the taught words stands on the paper; blanks make no difference. */
export const saysOneOf = (lines: readonly Line[], words: readonly string[]): boolean =>
  words.length > 0 && lines.some((line) => words.some((word) => line.compact.includes(word)))

const number = /^[\s:.#)\]-]*([A-Za-z]?\d[A-Za-z0-9]*(?:[-/][A-Za-z0-9]+)*)/

/** The number behind the label that the owner has shown; null where it is not there. */
export const taughtNumber = (lines: readonly Line[], label: string | null): string | null => {
  if (label === null) return null
  for (const line of lines) {
    const found = number.exec(afterLabel(line, label) ?? '')?.[1]
    if (found !== undefined) return found
  }
  return null
}
