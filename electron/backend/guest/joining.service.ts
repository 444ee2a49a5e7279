import type { CallParsed } from '#shared/contract/index.ts'
import { DangolError } from '#shared/errors.ts'
import { consentHistory, sayConsent, wordingInForce } from '../customers/consents/consents.service.ts'
import { joinCustomer } from '../customers/customers.service.ts'
import type { Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { namelessGuest } from './card.ts'
import { addProof } from './proof.repo.ts'

/**
 * Joins from the guest's screen, within the caller's unit of work: person, consents and, with each consent, its proof.
 * Throws `guest.wording-changed` where another wording than the one on the screen is in force, and what `joinCustomer`
 * throws. @returns the new id.
 */
export const joinOnScreen = (
  tx: Writer,
  ids: Ids,
  at: number,
  join: CallParsed<'guest.join'> & { readonly phone: string },
): number => {
  for (const kind of ['required', 'marketing', 'night'] as const)
    if (wordingInForce(tx, kind).version !== join.versions[kind])
      throw new DangolError('guest.wording-changed')
  const id = joinCustomer(
    tx,
    ids,
    at,
    {
      name: join.name ?? namelessGuest,
      phone: join.phone,
      memo: '',
      consent: { required: true, marketing: join.marketing },
    },
    at,
    'guest-screen',
  )
  if (join.night) sayConsent(tx, ids, { customerId: id, kind: 'night', given: true, how: 'guest-screen' }, at)
  for (const consent of consentHistory(tx, id))
    addProof(tx, {
      consent_id: consent.id,
      kind: join.drawing === null ? 'check' : 'signature',
      drawing: join.drawing,
    })
  return id
}
