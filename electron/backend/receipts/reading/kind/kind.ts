import type { Paper } from '../../paper/paper.ts'
import type { DocumentKind } from '../reading.ts'
import type { Signals } from './signals.ts'

/** What was found on the paper, as far as its kind depends on it. */
export interface Found {
  readonly items: number
  /** Items with an amount other than 0. */
  readonly priced: number
  readonly total: boolean
  readonly balanced: boolean
  /** Payments are printed that give the total. */
  readonly paid: boolean
  /** The printed total is below zero. */
  readonly negative: boolean
  /** VAT or supply is printed. */
  readonly tax: boolean
  /** A copy mark such as 고객용. */
  readonly copyMark: boolean
}

export interface Kind {
  readonly kind: DocumentKind
  /** Why a paper is none of the known kinds. */
  readonly problem: string | null
}

const known = (kind: DocumentKind): Kind => ({ kind, problem: null })
const unknown = (problem: string): Kind => ({ kind: 'unknown', problem })

/** A cancelled slip takes back a payment; the sale's own return may be printed apart or not at all. */
const slip = (signals: Signals): Kind =>
  signals.refund ? { kind: 'card-slip', problem: 'payment-cancelled' } : known('card-slip')

const blankKind = (paper: Paper): Kind => {
  if (paper.images.length > 0) return known('image-only')
  if (paper.drawerPulses > 0) return known('drawer')
  return unknown('blank')
}

const withoutItems = (signals: Signals, found: Found): Kind => {
  if (found.total && (signals.cardSlip || signals.cashReceipt)) return slip(signals)
  if (signals.waitingNumber && !found.total) return known('waiting-number')
  if (found.total && found.tax && found.copyMark) return slip(signals)
  if (found.total && signals.appOrder) return known(signals.refund ? 'refund' : 'order')
  if (found.total && (signals.receiptTitle || found.tax)) return known(signals.refund ? 'refund' : 'sale')
  if (signals.cardSlip) return known('card-slip')
  if (signals.ordering && !signals.money && !found.total) return known('kitchen')
  return unknown(found.total ? 'items-missing' : 'not-a-receipt')
}

/** Tells the kinds apart, before anything is counted. */
export const kindOf = (paper: Paper, signals: Signals, found: Found): Kind => {
  if (signals.printed === 0) return blankKind(paper)
  if (signals.settlement) return known('settlement')
  if (signals.prepaidCharge) return unknown('prepaid-charge')
  if (signals.kitchen) return known('kitchen')
  if (signals.orderTicket && !signals.appOrder && !signals.receiptTitle && !found.paid)
    return known('kitchen')
  if (signals.preBill && !signals.receiptTitle) return unknown('pre-bill')
  if (found.items === 0 || (found.priced === 0 && !found.total)) {
    if (found.items > 0 && !found.total) {
      if (signals.waitingNumber) return known('waiting-number')
      return signals.appOrder || signals.orderTicket ? known('kitchen') : unknown('total-missing')
    }
    return withoutItems(signals, found)
  }
  if (!found.total) return unknown('total-missing')
  if (!found.balanced && signals.cardSlip && (signals.cardTitle || !signals.receiptTitle))
    return slip(signals)
  if (signals.refund || found.negative) return known('refund')
  return known(signals.appOrder && !signals.receiptTitle ? 'order' : 'sale')
}
