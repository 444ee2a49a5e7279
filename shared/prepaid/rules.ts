/**
 * Where each rule of giving back stands, as of 2025-09-16; `terms`: 신유형 상품권 표준약관 (Fair Trade Commission),
 * `notice`: 계속거래 등의 해지·해제에 따른 위약금 및 대금의 환급에 관한 산정기준 (its notice to the Door-to-Door Sales
 * Act, 31 and 32). Support for the owner, not advice.
 */
export const rulePlace = {
  /** All of it within seven days, as long as nothing was used. */
  'seven-days': 'terms',
  /** The rest without a penalty from 60 percent on, 80 percent up to 10,000 won. */
  'mostly-used': 'terms',
  /** Ended, but not yet five years old: 90 percent of the rest, 95 above 50,000 won. */
  ended: 'terms',
  /** Ended and older than five years: nothing is owed any more. */
  prescribed: 'terms',
  /** At any time: less what was used, less a penalty of a tenth of the price at most. */
  cancelled: 'notice',
  /** The shop cannot serve any more: less what was used. */
  shop: 'notice',
} as const
