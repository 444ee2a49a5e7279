import { Ban, Ticket } from 'lucide-react'
import type { ReactNode } from 'react'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { benefitWords, conditionWords, type HeldCoupon, standingWords } from './coupon-words.ts'
import './coupons.css'

/** A coupon as a ticket: what it gives large, until when and on what condition beneath. */
export const CouponTicket = ({
  coupon,
  note,
  children,
}: {
  readonly coupon: HeldCoupon
  /** Why not, said instead of until when. */
  readonly note?: string
  readonly children?: ReactNode
}) => {
  const words = useWords()
  const now = useNow()
  const refused = coupon.refusal !== null
  const terms = [standingWords(words, coupon, now), ...conditionWords(words, coupon.terms)]
  return (
    <div className={refused ? 'ticket refused' : 'ticket'}>
      <span className="ticket-stub" aria-hidden="true">
        {refused ? <Ban size={24} /> : <Ticket size={24} />}
      </span>
      <div className="ticket-words">
        <p className="ticket-name">
          {coupon.terms.name} <span className="ticket-benefit">{benefitWords(words, coupon.terms)}</span>
        </p>
        {note === undefined ? (
          <p className="ticket-terms">{terms.join(' · ')}</p>
        ) : (
          <p className="ticket-refusal">{note}</p>
        )}
      </div>
      {children}
    </div>
  )
}
