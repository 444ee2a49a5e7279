import type { Line } from './line.ts'
import type { Word } from './words.ts'

const turned = (word: Word): Word => {
  if (word.figure === null || word.figure.value === 0) return word
  return { ...word, figure: { ...word.figure, value: -word.figure.value } }
}

/** The same lines with every figure's sign turned (`negative` still tells what was printed): a return printed in minus reads as its sale. */
export const negated = (lines: readonly Line[]): Line[] =>
  lines.map((line) =>
    line.words.length === 0 ? line : { ...line, words: line.words.map(turned), notes: [] },
  )
