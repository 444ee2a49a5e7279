/** What the number on a refund may mean. */
export interface NumberedSale {
  readonly receipt_number: string | null
  readonly business_date: string
}

/**
 * `20211005-01-00031` names receipt 00031 of till 01 on that day; other numbers name the receipt itself. Leading
 * zeros do not matter: some tills print them on one paper and not on the other.
 */
export const mayName = (original: string, sale: NumberedSale): boolean => {
  if (sale.receipt_number === null) return false
  if (plain(original) === plain(sale.receipt_number)) return true
  const [day, ...rest] = original.split('-')
  const dated = /^20\d{6}$/.test(day ?? '')
  if (!dated || sale.business_date.replaceAll('-', '') !== day) return false
  return [rest.join('-'), rest.at(-1) ?? ''].some((form) => plain(form) === plain(sale.receipt_number ?? ''))
}

const plain = (number: string): string => number.replace(/\s/g, '').replace(/^0+(?=\d)/, '')
