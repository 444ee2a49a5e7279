import { hash } from 'node:crypto'
import { businessDate, type EpochMs } from '#shared/dates.ts'
import type { Reading } from './reading.ts'

/**
 * What makes one sale one sale, across files, sources, prints and restarts.
 *
 * - `key`: two readings with the same strong key are the same sale. It is unique in the ledger.
 * - `weak`: the paper has no number, no approval and no seconds, so that two equal coffees within a minute
 *   would look the same. A weak key must be made unique by the caller (with the capture's place), unless
 *   `joins` is true: then the paper says itself that it is a copy or a reprint of the sale with the same
 *   `content`, and is to be joined to it if that is there.
 * - `content`: kind, items and total; what a copy or a reprint shares with its original, to be looked for among
 *   the sales about its time (a shop's copy may print neither shop nor time).
 * - `aliases`: further keys under which the same sale may be known (its approval, where the number leads);
 *   a paper whose key or alias is known already is the same sale.
 *
 * Every key begins with its day, so that the keys of one day stand together in the ledger's index.
 */
export interface Identity {
  readonly key: string
  readonly weak: boolean
  readonly joins: boolean
  readonly content: string
  readonly aliases: readonly string[]
}

const short = (text: string): string => hash('sha256', text, 'base64url').slice(0, 22)

const itemsText = (reading: Reading): string =>
  reading.items.map((item) => `${item.name.replace(/\s/g, '')}*${item.quantity}=${item.amount}`).join('|')

const hasSeconds = (at: EpochMs | null): boolean => at !== null && at % 60_000 !== 0

/** A number that names a sale: it holds a digit and is not all zeros. */
const telling = (number: string | null): string | null =>
  number !== null && /[1-9]/.test(number) ? number : null

const kindOf = (reading: Reading): string => (reading.kind === 'refund' ? 'refund' : 'sale')

/**
 * The identity of a reading that reaches the ledger (sale, order, refund).
 * @param receivedAt stands in for the date where the paper has none; then the identity is weak.
 */
export const identityOf = (reading: Reading, receivedAt: EpochMs): Identity => {
  const shop = reading.businessNumber ?? ''
  const kind = kindOf(reading)
  const date = businessDate(reading.issuedAt ?? receivedAt)
  const key = (text: string): string => date.replaceAll('-', '') + short(text)
  const total = reading.total ?? 0
  const number = telling(reading.receiptNumber)
  const approval = telling(reading.approvalNumber)
  const minute = reading.issuedAt === null ? date : String(Math.floor(reading.issuedAt / 60_000))
  const content = short(`content/${kind}/${total}/${itemsText(reading)}`)
  const joins = reading.reprint || reading.copy !== null
  // The total stands in each key: numbers start again, and an order may be paid in parts under one number.
  const byNumber = number === null ? null : key(`number/${shop}/${kind}/${date}/${number}/${total}`)
  const byApproval = approval === null ? null : key(`approval/${shop}/${kind}/${date}/${approval}/${total}`)
  const bySecond = hasSeconds(reading.issuedAt)
    ? key(`second/${shop}/${kind}/${String(reading.issuedAt)}/${total}/${itemsText(reading)}`)
    : null
  const dated = reading.issuedAt !== null
  const strong = [dated ? byNumber : null, byApproval, bySecond].filter((key) => key !== null)
  const [first, ...aliases] = strong
  if (first === undefined)
    return {
      key: key(`minute/${shop}/${kind}/${minute}/${total}/${itemsText(reading)}`),
      weak: true,
      joins,
      content,
      aliases: [],
    }
  return { key: first, weak: false, joins, content, aliases }
}
