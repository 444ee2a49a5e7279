/** Widths of bar, gap, bar, gap, bar, gap of the values 0 to 105 (ISO/IEC 15417, table 1). */
const patterns =
  '212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222' +
  '123122123221223211221132221231213212223112312131311222321122321221312212322112322211212123212321' +
  '232121111323131123131321112313132113132311211313231113231311112133112331132131113123113321133121' +
  '313121211331231131213113213311213131311123311321331121312113312311332111314111221411431111111224' +
  '111422121124121421141122141221112214112412122114122411142112142211241211221114413111241112134111' +
  '111242121142121241114212124112124211411212421112421211212141214121412121111143111341131141114113' +
  '114311411113411311113141114131311141411131211412211214211232'
const stop = '2331112'
const startB = 104
const startC = 105
const toB = 100
const toC = 99

/**
 * The bars of a text of ASCII letters, digits and signs in CODE128: widths in modules, bar and gap by turns, a bar first.
 * Digits go two to a sign (subset C) wherever that is shorter. Null for anything else, and for no text.
 */
export const code128 = (text: string): number[] | null => {
  if (!/^[ -~]+$/.test(text)) return null
  const values = valuesOf(text)
  const check = values.reduce((sum, value, index) => sum + value * Math.max(1, index), 0) % 103
  const signs = [...values, check].map((value) => patterns.slice(value * 6, value * 6 + 6)).join('')
  return Array.from(signs + stop, Number)
}

type Subset = 'B' | 'C'

/** Start sign and data, as few signs as there can be; where both are as short, pairs of digits. */
const valuesOf = (text: string): number[] => {
  const pairAt = (at: number): boolean => /^\d\d/.test(text.slice(at, at + 2))
  // How many signs the rest of the text takes, from its end on.
  const rest: Record<Subset, number>[] = Array.from({ length: text.length + 2 }, () => ({ B: 0, C: 0 }))
  const left = (at: number, subset: Subset): number => rest[at]?.[subset] ?? 0
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const letters = 1 + left(at + 1, 'B')
    const pairs = pairAt(at) ? 1 + left(at + 2, 'C') : Number.POSITIVE_INFINITY
    rest[at] = { B: Math.min(letters, pairs + 1), C: Math.min(pairs, letters + 1) }
  }
  let subset: Subset = left(0, 'C') <= left(0, 'B') ? 'C' : 'B'
  const values = [subset === 'C' ? startC : startB]
  for (let at = 0; at < text.length; ) {
    const pairs = pairAt(at) && left(at, 'C') === 1 + left(at + 2, 'C')
    const stay = left(at, subset) === 1 + left(at + (subset === 'C' ? 2 : 1), subset)
    if (subset === 'C' ? !pairs : !stay) {
      subset = subset === 'C' ? 'B' : 'C'
      values.push(subset === 'C' ? toC : toB)
    }
    values.push(subset === 'C' ? Number(text.slice(at, at + 2)) : text.charCodeAt(at) - 32)
    at += subset === 'C' ? 2 : 1
  }
  return values
}

/** The start sign and the data's signs, without check and stop: what a printer is told subset by subset. */
export const code128Values = (text: string): number[] | null =>
  /^[ -~]+$/.test(text) ? valuesOf(text) : null
