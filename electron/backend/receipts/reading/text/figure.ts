/** A figure as it stands in a line. */
export interface Figure {
  readonly value: number
  /** What stood before it: `x2`, `@1,500`, `=3,000`. */
  readonly operator: 'x' | '@' | '=' | '/' | null
  /** `measure`: by weight or volume, or a size that belongs to a name. */
  readonly unit: 'won' | 'piece' | 'measure' | null
  readonly grouped: boolean
  readonly decimals: boolean
  /** In round or square brackets: a remark rather than a column. */
  readonly bracket: 'round' | 'square' | null
  /** Printed with a minus. */
  readonly negative: boolean
  /** Long, or with leading zeros: a code or number rather than a sum. */
  readonly code: boolean
  /** Index after its last sign. */
  readonly end: number
}

const plain =
  /^([-+]?)₩?([-+]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(원|₩|개|EA|ea|Ea|잔|병|인분|매|권|마리|점|벌|장|켤레|족|줄|판|봉|팩|캔|박스|BOX|box|세트|SET|그릇|접시|조각|통|포|단|모|명|인|회|박|곡|kg|KG|Kg|㎏|g|G|L|ℓ|근)?(-)?$/
const measure = /^(?:kg|㎏|g|L|ℓ|근)$/i
/** Sums of eight digits and more are printed with commas, or with 원. */
const maxDigits = 7
/** No shop takes ten thousand million won at once, however it is printed. */
const mostDigits = 10

const piece = (unit: string | undefined): Figure['unit'] => {
  if (unit === undefined) return null
  if (measure.test(unit)) return 'measure'
  return unit === '원' || unit === '₩' ? 'won' : 'piece'
}

const rate = /^@?₩?(\d{1,3}(?:,\d{3})+|\d+)원?\/\d*(?:kg|㎏|g|ml|L|ℓ|근|개|ea)$/i

/** `8,900/100g`: a price by measure; null when the word is none. */
export const rateOf = (word: string, end: number): Figure | null => {
  const price = rate.exec(word)?.[1]
  return price === undefined ? null : figureOf(`${price}원`, end)
}

/** Reads one figure (`-1,510원`, `x2`, `3개`, `₩1,000`, `1,000-`); null when the word is none. */
export const figureOf = (word: string, end: number, operator: Figure['operator'] = null): Figure | null => {
  let body = word
  let bracket: Figure['bracket'] = null
  const first = body.charAt(0)
  const last = body.charAt(body.length - 1)
  if (first === '(' && last === ')') bracket = 'round'
  if (first === '[' && last === ']') bracket = 'square'
  if (bracket !== null) body = body.slice(1, -1)
  const match = plain.exec(body)
  if (match === null) return null
  const digits = (match[3] ?? '').replaceAll(',', '')
  const grouped = match[3] !== digits
  const whole = Number(digits)
  const decimals = match[4] !== undefined
  const size = decimals ? Number(`${digits}${match[4] ?? ''}`) : whole
  const negative = match[1] === '-' || match[2] === '-' || match[6] === '-'
  return {
    value: negative && size !== 0 ? -size : size,
    operator,
    unit: piece(match[5]),
    grouped,
    decimals,
    bracket,
    negative,
    code:
      digits.length > mostDigits ||
      (!grouped &&
        ((digits.length > maxDigits && match[5] === undefined) ||
          (digits.length > 1 && digits.startsWith('0') && !decimals))),
    end,
  }
}
