/** What the number on a refund may mean. */
export interface NumberedSale {
  readonly receipt_number: string | null
  readonly business_date: string
}

/** `2021-10-05` out of `20211005-01-00031`; null where a number does not begin with a day. */
export const dayInNumber = (number: string): string | null => {
  const parts = /^(20\d\d)(\d\d)(\d\d)-/.exec(number)
  return parts === null ? null : parts.slice(1, 4).join('-')
}

/**
 * `20211005-01-00031` names receipt 00031 of till 01 on that day; other numbers name the receipt itself. Leading
 * zeros do not matter: some tills print them on one paper and not on the other.
 */
export const mayName = (original: string, sale: NumberedSale): boolean => {
  if (sale.receipt_number === null) return false
  const known = plain(sale.receipt_number)
  if (plain(original) === known) return true
  if (dayInNumber(original) !== sale.business_date) return false
  const rest = original.split('-').slice(1)
  return [rest.join('-'), rest.at(-1) ?? ''].some((form) => plain(form) === known)
}

const plain = (number: string): string => number.replace(/\s/g, '').replace(/^0+(?=\d)/, '')
