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
