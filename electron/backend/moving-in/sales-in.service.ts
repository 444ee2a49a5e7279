import { businessDate } from '#shared/dates.ts'
import { type RowProblem, refuses } from '#shared/moving.ts'
import { receiptAdded } from '../analytics/shares.service.ts'
import { refreshFigures } from '../customers/figures.service.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { addReceipt, addToDay, findReceipt } from '../receipts/facts.service.ts'
import { type Identity, identityOf } from '../receipts/reading/identity.ts'
import { readShop } from '../shop/shop.service.ts'
import { saleKey } from './fields/group-sales.ts'
import { readingOfSale, soldAt } from './fields/sale-reading.ts'
import type { SaleDraft } from './fields/sale-rows.ts'
import { customerOfPhone, customersNamed } from './people.repo.ts'
import { type Bringing, nothingCounted } from './people-in.service.ts'
import { addImportRow, type Counts } from './runs.repo.ts'
import { receiptOfIdentity } from './sales.repo.ts'

export interface JudgedSale {
  readonly problems: readonly RowProblem[]
  readonly does: 'refuse' | 'leave' | 'add'
  readonly customerId: number | null
  readonly identity: string
}

/** Equal sales without number or second are told apart by which of them this is in its list. */
export type Repeats = Map<string, number>

/**
 * @param repeats of this pass over the list; sales come in the list's order, so that the same list gives the same
 * identities again.
 */
export const judgeSale = (reader: Reader, draft: SaleDraft, repeats: Repeats): JudgedSale => {
  const refused = { problems: draft.problems, does: 'refuse', customerId: null, identity: '' } as const
  const at = soldAt(draft)
  if (at === null || draft.problems.some(refuses)) return refused
  const shop = readShop(reader).business_number
  const own = identityOf(readingOfSale(draft, shop), at)
  const unnamed = shop === null ? own : identityOf(readingOfSale(draft, null), at)
  const identity = own.weak ? nthOf(own.key, repeats) : own.key
  const problems = [...draft.problems]
  const marks = own.weak ? [identity] : [...marksOf(own), ...marksOf(unnamed)]
  if (marks.some((mark) => receiptOfIdentity(reader, mark) !== null)) {
    return { problems: [...problems, 'receipt-known'], does: 'leave', customerId: null, identity }
  }
  const customerId = whose(reader, draft, problems)
  return { problems, does: 'add', customerId, identity }
}

const marksOf = ({ key, aliases }: Identity): string[] => [key, ...aliases]

const nthOf = (key: string, repeats: Repeats): string => {
  const nth = (repeats.get(key) ?? 0) + 1
  repeats.set(key, nth)
  return `${key}#list${nth}`
}

const whose = (reader: Reader, { phone, name }: SaleDraft, problems: RowProblem[]): number | null => {
  if (phone !== null) {
    const found = customerOfPhone(reader, phone)
    if (found === null) problems.push('person-unknown')
    return found
  }
  if (name === '') return null
  const found = customersNamed(reader, name)
  if (found.length !== 1) problems.push(found.length === 0 ? 'person-unknown' : 'person-many')
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

/** Writes the sales of one list, in its order, each inside the caller's unit of work. */
export const createSalesIn = (ids: Ids) => {
  const repeats: Repeats = new Map()
  /** By what refunds of the same list find them. */
  const sold = new Map<string, number>()

  const write = (tx: Writer, draft: SaleDraft, judged: JudgedSale, { runId, at }: Bringing): number => {
    const id = ids.next(at)
    const issuedAt = soldAt(draft) ?? at
    const date = businessDate(issuedAt, readShop(tx).closes_at_hour)
    const key = saleKey(draft)
    const saleId = draft.refund && key !== null ? (sold.get(key) ?? null) : null
    const sale = saleId === null ? undefined : findReceipt(tx, saleId)
    const customerId = sale === undefined ? judged.customerId : sale.customer_id
    const reading = readingOfSale(draft, null)
    addReceipt(
      tx,
      {
        id,
        paper_id: runId,
        kind: draft.refund ? 'refund' : 'sale',
        issued_at: issuedAt,
        received_at: issuedAt,
        business_date: date,
        business_number: null,
        receipt_number: draft.number,
        approval_number: draft.approval,
        original_number: null,
        refunds_receipt_id: sale?.id ?? null,
        total: draft.total,
        discount: draft.discount,
        supply: null,
        vat: null,
        exempt: null,
        identity: judged.identity,
        customer_id: customerId,
        attached_at: customerId === null ? null : at,
      },
      draft.items.map((item, position) => ({
        receipt_id: id,
        position,
        parent: null,
        name: item.name,
        unit_price: item.unitPrice,
        quantity: item.quantity,
        amount: item.amount,
      })),
      reading.payments.map(({ method, amount }, position) => ({ receipt_id: id, position, method, amount })),
    )
    addToDay(tx, {
      business_date: date,
      sales: draft.refund ? 0 : 1,
      refunds: draft.refund ? 1 : 0,
      net: draft.total,
      attached: !draft.refund && customerId !== null ? 1 : 0,
    })
    receiptAdded(tx, id)
    const [line = 0] = draft.lines
    addImportRow(tx, {
      run_id: runId,
      line,
      what: 'receipt',
      target_id: id,
      customer_id: customerId,
      filled: '',
    })
    if (customerId !== null) refreshFigures(tx, customerId)
    if (!draft.refund && key !== null) sold.set(key, id)
    return id
  }

  return {
    /** @returns what it adds to the run's sums. */
    bring(tx: Writer, draft: SaleDraft, bringing: Bringing): Counts {
      const judged = judgeSale(tx, draft, repeats)
      if (judged.does === 'refuse') return { ...nothingCounted, refused: draft.lines.length }
      if (judged.does === 'leave') return { ...nothingCounted, known: 1 }
      write(tx, draft, judged, bringing)
      return { ...nothingCounted, receipts: 1 }
    },
  }
}
