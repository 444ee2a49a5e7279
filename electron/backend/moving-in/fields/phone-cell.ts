import { normalisePhone } from '#shared/phone.ts'
import { type Cell, textOf } from '../reading/table.ts'

export type PhoneFound =
  | { readonly is: 'phone'; readonly digits: string; readonly mended: boolean }
  | { readonly is: 'none' | 'masked' | 'wrong' }

/** Signs that stand for "there is none". */
const none = /^(?:[-.·]+|없음|미등록|x|0+)$/i

/**
 * A phone number as lists have it: with its first 0 gone because a spreadsheet took it for a number, with `+82`, with a
 * second number or a remark behind it.
 */
export const phoneIn = (cell: Cell | undefined): PhoneFound => {
  const text = textOf(cell).normalize('NFKC')
  if (text === '' || none.test(text)) return { is: 'none' }
  if (/\d[\d\s-]*[*●○xX]{2,}/.test(text)) return { is: 'masked' }
  const first = text
    .replace(/\([^)0-9]*\)|\[[^\]]*\]/g, ' ')
    .split(/[,/;\n]|\s(?=0\d{1,3}[-\s.])|\s*(?:또는|or)\s*/)
    .map((part) => part.replace(/[^\d+\-\s.()]/g, '').trim())
    .find((part) => /\d{3}/.test(part))
  if (first === undefined) return { is: 'wrong' }
  const asNumber = /^\d+(?:\.\d+)?e\+?\d+$/i.test(text)
    ? String(Math.round(Number(text)))
    : first.replace(/\.0+$/, '')
  const whole = normalisePhone(asNumber)
  if (whole !== null) return { is: 'phone', digits: whole, mended: false }
  const digits = asNumber.replace(/\D/g, '')
  const restored = digits.startsWith('82') && digits.length >= 10 ? normalisePhone(`+${digits}`) : null
  const mended = restored ?? (digits.startsWith('0') ? null : normalisePhone(`0${digits}`))
  return mended === null ? { is: 'wrong' } : { is: 'phone', digits: mended, mended: true }
}
