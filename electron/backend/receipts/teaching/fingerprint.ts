import type { Line } from '../reading/text/line.ts'

const special = /[\\^$.*+?()[\]{}|]/g
const longest = 90

/** A pattern that finds exactly this text. */
export const literal = (text: string): string => text.slice(0, longest).replace(special, '\\$&')

export const wholeLine = (text: string): string =>
  text.length > longest ? `^${literal(text)}` : `^${literal(text)}$`

/**
 * Patterns without repetition, choice or groups: whatever file they come from, they are looked for in linear time.
 */
export const isPlainPattern = (source: string): boolean =>
  /^\^?(?:\\[\\^$.*+?()[\]{}|]|[^\\^$.*+?()[\]{}|])+\$?$/.test(source)

/** Lines that may bear a person's name are nobody else's business: a profile may go to another shop. */
const personal = /고객|회원|손님|성명|담당|대표|님/

const isStable = (line: Line): boolean =>
  !line.blank &&
  !line.rule &&
  !personal.test(line.compact) &&
  !/\d/.test(line.compact) &&
  /[가-힣A-Za-z]{2}/.test(line.compact)

/** Lines that name a layout rather than one sale: no figures, words, the large ones first. */
export const stableLines = (lines: readonly Line[]): string[] => {
  const stable = lines.filter(isStable)
  const large = stable.filter((line) => line.big)
  return [...new Set([...large, ...stable].map((line) => line.compact))]
}
