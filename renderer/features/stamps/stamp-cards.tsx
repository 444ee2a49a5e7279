import { useQuery } from '@tanstack/react-query'
import type { CallOutput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import './stamps.css'

type Card = CallOutput<'stamps.ofCustomer'>[number]

/** Longer cards are told in figures only. */
const mostDots = 20

/** The card as it lies in a purse: red stamps, the ones of this receipt in outline, the rest to come. */
const Dots = ({ card }: { readonly card: Card }) => {
  if (card.length > mostDots) return null
  return (
    <span className="stamp-dots" aria-hidden="true">
      {Array.from({ length: card.length }, (_, place) => {
        const look = place < card.stamps ? 'got' : place < card.stamps + card.toCome ? 'coming' : 'open'
        return <span key={place} className={`stamp-dot ${look}`} />
      })}
    </span>
  )
}

const StampCard = ({ card }: { readonly card: Card }) => {
  const { t } = useWords()
  const missing = card.length - card.stamps
  return (
    <div className="stamp-card">
      <p className="stamp-name">
        {card.name}
        <strong>{t('stamp.of', { n: String(Math.max(0, card.stamps)), length: card.length })}</strong>
        {card.toCome > 0 ? <em>{t('stamp.coming', { count: card.toCome })}</em> : null}
      </p>
      <Dots card={card} />
      <p className="stamp-says">
        {card.stamps < 0 ? (
          <span className="stamp-owed">{t('stamp.owed', { count: -card.stamps })}</span>
        ) : card.reward === null ? null : (
          <span className="stamp-reward">{t('stamp.reward', { count: missing, reward: card.reward })}</span>
        )}
      </p>
    </div>
  )
}

/** Every stamp card of the customer of the moment. */
export const StampCards = ({
  customerId,
  receiptId,
}: {
  readonly customerId: number
  readonly receiptId: number | null
}) => {
  const cards = useQuery({
    queryKey: [...keys.rewards, 'stamps', customerId, receiptId],
    queryFn: () => api.call('stamps.ofCustomer', { customerId, receiptId }),
  }).data
  if (cards === undefined || cards.length === 0) return null
  return (
    <div className="stamp-cards">
      {cards.map((card) => (
        <StampCard key={card.cardId} card={card} />
      ))}
    </div>
  )
}
