import { type Cell, textOf } from '../reading/table.ts'

/**
 * A whole number as lists have it: `1,234점`, `₩ 12,000`, `-500`, `(500)`, `△500`. Null for an empty cell, undefined
 * for what is no whole number.
 */
export const wholeNumberIn = (cell: Cell | undefined): number | null | undefined => {
  const text = textOf(cell).normalize('NFKC').replace(/\s/g, '')
  if (text === '' || text === '-') return null
  const bare = text.replace(/^[₩\\￦]|^-[₩\\￦]|(?:원|점|p|point|points|krw|개|ea)$/gi, (mark) =>
    mark.startsWith('-') ? '-' : '',
  )
  const negative = /^\(.*\)$|^[-–−△▲]/.test(bare)
  const digits = bare
    .replace(/^[-–−△▲+]/, '')
    .replace(/^\((.*)\)$/, '$1')
    .replaceAll(',', '')
    .replace(/\.0+$/, '')
  if (!/^\d{1,13}$/.test(digits)) return undefined
  const value = Number(digits)
  return negative ? 0 - value : value
}

/** A quantity may be a part (0.5 kg). */
export const quantityIn = (cell: Cell | undefined): number | null | undefined => {
  const text = textOf(cell)
    .replace(/\s|,/g, '')
    .replace(/(?:개|ea|잔|회|건)$/i, '')
  if (text === '') return null
  return /^-?\d{1,6}(?:\.\d{1,3})?$/.test(text) ? Number(text) : undefined
}

const yes = /^(?:y|yes|true|o|○|●|v|✓|1|예|네|동의|동의함|수신|수신함|수신동의|허용|가능|함)$/i
const no = /^(?:n|no|false|x|×|0|아니오|아니요|거부|미동의|비동의|동의안함|수신거부|거절|불가|안함|-)$/i

/** Null where a cell says neither. */
export const yesOrNo = (cell: Cell | undefined): boolean | null => {
  const text = textOf(cell).normalize('NFKC').replace(/\s/g, '')
  return yes.test(text) ? true : no.test(text) ? false : null
}

export const genderIn = (cell: Cell | undefined): 'female' | 'male' | null => {
  const text = textOf(cell).toLowerCase()
  if (/^(?:여|여성|여자|f|female|w|woman)$/.test(text)) return 'female'
  return /^(?:남|남성|남자|m|male|man)$/.test(text) ? 'male' : null
}
