import { code128, code128Values } from '#shared/code128.ts'

/** The bars of an ASCII text in CODE128, as `code128`. */
export const code128Widths = (text: string): number[] | null => code128(text)

const setB = [0x7b, 0x42]
const setC = [0x7b, 0x43]

/** What `GS k 73` takes to print those very bars: subsets by name, two digits a byte, other signs as they are. */
export const code128Data = (text: string): number[] => {
  let pairs = false
  return (code128Values(text) ?? []).flatMap((value) => {
    const turns = value >= 104 || value === (pairs ? 100 : 99)
    if (turns) {
      pairs = value === 105 || value === 99
      return pairs ? setC : setB
    }
    if (pairs) return [value]
    // A brace names a subset, two of them are one.
    return value === 0x7b - 32 ? [0x7b, 0x7b] : [value + 32]
  })
}

/** Two dots a module and ten modules of white on both sides. @returns the bars' dots; null where they do not fit. */
export const bars = (text: string, paperDots: number): number | null => {
  const widths = code128Widths(text)
  if (widths === null) return null
  const dots = widths.reduce((sum, width) => sum + width, 0) * 2
  return dots + 40 <= paperDots ? dots : null
}
