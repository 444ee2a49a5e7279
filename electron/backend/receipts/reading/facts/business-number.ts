import type { Line } from '../text/line.ts'
import { remembered } from '../text/remembering.ts'

const label = /사업자|등록번호|bizno|businessno|b\.?r\.?n|taxid/i
const dashed = /(?<![\d-])(\d{3})-(\d{2})-(\d{5})(?![\d-])/
const packed = /(?<![\d-])(\d{10})(?![\d-])/
const spaced = /(\d{3})\s*-\s*(\d{2})\s*-\s*(\d{5})(?![\d-])/
const hint = /\d{5}/
const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5]

/** Check digit by weights 1,3,7,1,3,7,1,3,5 plus the tens of the ninth digit times 5. */
export const isValidBusinessNumber = (digits: string): boolean => {
  if (!/^\d{10}$/.test(digits)) return false
  let sum = 0
  weights.forEach((weight, index) => {
    sum += weight * Number(digits.charAt(index))
  })
  sum += Math.floor((Number(digits.charAt(8)) * 5) / 10)
  return (10 - (sum % 10)) % 10 === Number(digits.charAt(9))
}

interface Found {
  readonly rank: number
  readonly digits: string
}

const numberIn = remembered((line: Line): Found | null => {
  if (!hint.test(line.compact)) return null
  const labelled = label.test(line.compact)
  const match =
    dashed.exec(line.text) ?? (labelled ? (spaced.exec(line.text) ?? packed.exec(line.text)) : null)
  if (match === null) return null
  const digits = match[2] === undefined ? (match[1] ?? '') : `${match[1] ?? ''}${match[2]}${match[3] ?? ''}`
  return { rank: (labelled ? 2 : 0) + (isValidBusinessNumber(digits) ? 1 : 0), digits }
})

/** Ten digits of the shop's registration; a right check digit is only a hint among several. */
export const businessNumberOn = (lines: readonly Line[]): string | null => {
  let best: Found | null = null
  for (const line of lines) {
    const found = numberIn(line)
    if (found !== null && (best === null || found.rank > best.rank)) best = found
  }
  return best?.digits ?? null
}
