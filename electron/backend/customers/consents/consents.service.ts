import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import { DangolError } from '#shared/errors.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'
import type { Ids } from '../../platform/ids.ts'
import { firstWording, wordingKinds } from '../../platform/ledger/consent-wording.ts'
import { readShop } from '../../shop/shop.service.ts'
import { addConsent, addWording, type ConsentKind, consentsOf, latestWording } from './consent.repo.ts'

type How = CallOutput<'customers.consents'>[number]['how']

export interface Wording {
  readonly kind: ConsentKind
  readonly version: number
  readonly text: string
}

/** The wording in force; in a ledger from before this kind of consent the first one that it will get. */
export const wordingInForce = (reader: Reader, kind: ConsentKind): Wording => {
  const row = latestWording(reader, kind)
  if (row !== undefined) return row
  const { version, texts } = firstWording(readShop(reader).name)
  return { kind, version, text: texts[kind] }
}

export const wordings = (reader: Reader): Wording[] =>
  wordingKinds.map((kind) => {
    const { version, text } = wordingInForce(reader, kind)
    return { kind, version, text }
  })

/**
 * One more word of a customer, within the caller's unit of work; the words before it stay.
 * @param saidAt when it was said, where that was earlier.
 * @returns the id of the consent.
 */
export const sayConsent = (
  tx: Writer,
  ids: Ids,
  said: {
    readonly customerId: number
    readonly kind: ConsentKind
    readonly given: boolean
    readonly how: How
  },
  at: number,
  saidAt = at,
): number => {
  const id = ids.next(at)
  addConsent(tx, {
    id,
    customer_id: said.customerId,
    wording_id: wordingId(tx, ids, said.kind, at),
    given: said.given ? 1 : 0,
    how: said.how,
    at: saidAt,
  })
  return id
}

const wordingId = (tx: Writer, ids: Ids, kind: ConsentKind, at: number): number => {
  const row = latestWording(tx, kind)
  if (row !== undefined) return row.id
  const id = ids.next(at)
  addWording(tx, { ...wordingInForce(tx, kind), id, from_at: at })
  return id
}

/** Throws `consent.leaving`: who takes back the required one leaves, and is asked how. */
export const refuseLeaving = ({ kind, given }: CallParsed<'customers.consent'>): void => {
  if (kind === 'required' && !given) throw new DangolError('consent.leaving')
}

export const consentHistory = (reader: Reader, customerId: number): CallOutput<'customers.consents'> =>
  consentsOf(reader, customerId).map(({ proof, drawing, ...row }) => ({
    ...row,
    given: row.given === 1,
    proof: proof === null ? null : { kind: proof, drawing },
  }))

export { consentsTo } from './consent.repo.ts'
