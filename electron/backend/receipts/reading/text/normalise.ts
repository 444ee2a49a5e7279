/**
 * Receipts spell the same sign in many ways. Every replacement here is one UTF-16 unit for one, so that
 * an index into the normalised text is an index into the printed text too.
 */
const sameSign: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '\t': ' ',
  '：': ':',
  '∶': ':',
  '－': '-',
  '–': '-',
  '—': '-',
  '‐': '-',
  '−': '-',
  '△': '-',
  '▲': '-',
  '×': 'x',
  '✕': 'x',
  '✖': 'x',
  '￦': '₩',
  '\\': '₩',
  '【': '[',
  '】': ']',
  '〔': '[',
  '〕': ']',
  '「': '[',
  '」': ']',
  '〈': '<',
  '〉': '>',
  '《': '<',
  '》': '>',
  '，': ',',
  '．': '.',
}

const needsWork = /[\u3000\u00a0\t\\－–—‐−△▲×✕✖【】〔〕「」〈〉《》∶\uff01-\uff5e￦]/

/** The same text with one spelling per sign; same length, same indices. */
export const normalise = (text: string): string => {
  if (!needsWork.test(text)) return text
  let out = ''
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charAt(i)
    const known = sameSign[unit]
    if (known !== undefined) {
      out += known
      continue
    }
    const code = text.charCodeAt(i)
    out += code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : unit
  }
  return out
}

/** Without any blanks: `합  계` and `합계` are one label. */
export const compact = (text: string): string => text.replace(/\s+/g, '')

/** Half-width columns of one UTF-16 unit: Hangul, CJK and full-width forms take two. */
export const columnsOf = (code: number): number => {
  if (code < 0x1100) return 1
  if (code <= 0x115f) return 2
  if (code >= 0x2e80 && code <= 0xa4cf) return 2
  if (code >= 0xac00 && code <= 0xd7a3) return 2
  if (code >= 0xf900 && code <= 0xfaff) return 2
  if (code >= 0xff00 && code <= 0xff60) return 2
  if (code >= 0xffe0 && code <= 0xffe6) return 2
  return 1
}

export const widthOf = (text: string): number => {
  let width = 0
  for (let i = 0; i < text.length; i += 1) width += columnsOf(text.charCodeAt(i))
  return width
}
