import { setImmediate as breathe } from 'node:timers/promises'
import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import { labelStock, mostLabels } from '#shared/contract/labels.ts'
import { DangolError } from '#shared/errors.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork, Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { addPrintReason, addressesOf, cardsOf, keepSheet, sheetsKept } from './labels.repo.ts'

type People = CallOutput<'labels.people'>
type What = CallParsed<'labels.people'>['what']

export interface Labels {
  /** Why is on record before anything is answered. */
  people(asked: CallParsed<'labels.people'>): Promise<People>
  person(asked: CallParsed<'labels.person'>): Promise<People>
  sheets(): CallOutput<'labels.sheets'>
  saveSheet(sheet: CallParsed<'labels.saveSheet'>): void
}

export interface LabelsParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly ids: Ids
  readonly clock: Clock
  readonly personId: () => number | null
  /** Customers of a selection, in the sheet's own order. */
  readonly selected: (selection: CallParsed<'labels.people'>['selection'], most: number) => number[]
  /** Gives somebody a card of the shop's own; @returns its code. */
  readonly issueCard: (tx: Writer, customerId: number, at: number) => string
}

/** Cards made in one unit of work: a few milliseconds. */
const atOnce = 40

export const createLabels = (parts: LabelsParts): Labels => {
  const { reader, unit, ids, clock } = parts

  const addresses = (customerIds: readonly number[]): People => {
    const found = addressesOf(reader, customerIds)
    const rows = found.flatMap(({ id, name, address }) =>
      address === null || address.trim() === '' ? [] : [{ customerId: id, name, address, code: '' }],
    )
    return { rows, people: found.length, without: found.length - rows.length }
  }

  const cards = async (customerIds: readonly number[]): Promise<People> => {
    const found = cardsOf(reader, customerIds)
    const missing = found.filter(({ code }) => code === null)
    const made = new Map<number, string>()
    for (let from = 0; from < missing.length; from += atOnce) {
      if (from > 0) await breathe()
      const at = clock.now()
      unit.write((tx) => {
        // Asked again: somebody at the counter may have given one meanwhile, or destroyed the person.
        const now = cardsOf(
          tx,
          missing.slice(from, from + atOnce).map(({ id }) => id),
        )
        for (const { id, code } of now) made.set(id, code ?? parts.issueCard(tx, id, at))
      })
    }
    const rows = found.flatMap(({ id, name, code: known }) => {
      const code = known ?? made.get(id)
      return code === undefined ? [] : [{ customerId: id, name, address: '', code }]
    })
    return { rows, people: rows.length, without: 0 }
  }

  const of = (what: What, customerIds: readonly number[]): Promise<People> | People =>
    what === 'cards' ? cards(customerIds) : addresses(customerIds)

  return {
    people({ what, selection, reason }) {
      const customerIds = parts.selected(selection, mostLabels)
      const at = clock.now()
      unit.write((tx) =>
        addPrintReason(tx, {
          id: ids.next(at),
          at,
          person_id: parts.personId(),
          what,
          people: customerIds.length,
          reason,
        }),
      )
      return Promise.resolve(of(what, customerIds))
    },
    async person({ what, customerId }) {
      const found = await of(what, [customerId])
      if (found.people === 0) throw new DangolError('customer.not-found')
      return found
    },
    sheets: () =>
      sheetsKept(reader).flatMap(({ stock, next_place: next, shift_x: shiftX, shift_y: shiftY }) => {
        // One that a later version knew.
        const known = labelStock.safeParse(stock)
        return known.success ? [{ stock: known.data, next, shiftX, shiftY }] : []
      }),
    saveSheet({ stock, next, shiftX, shiftY }) {
      const at = clock.now()
      unit.write((tx) =>
        keepSheet(tx, { stock, next_place: next, shift_x: shiftX, shift_y: shiftY, updated_at: at }),
      )
    },
  }
}
