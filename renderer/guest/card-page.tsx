import { formatNumber } from '#shared/won.ts'
import { BigButton } from './big-button.tsx'
import { ask, type ViewAt } from './bridge.ts'
import { StampPicture } from './stamp-picture.tsx'
import type { Screen } from './use-screen.ts'
import { type GuestWords, useGuestWords } from './words.tsx'

type Card = ViewAt<'card'>['card']

const benefit = ({ t, won }: GuestWords, coupon: Card['coupons'][number]): string => {
  if (coupon.benefit === 'amount') return t('card.coupon.amount', { amount: won(coupon.value) })
  if (coupon.benefit === 'percent') return t('card.coupon.percent', { n: coupon.value })
  return t('card.coupon.item')
}

const Coupons = ({ coupons }: Pick<Card, 'coupons'>) => {
  const words = useGuestWords()
  const { t, won } = words
  return (
    <section className="guest-coupons">
      <h2>{t('card.coupons')}</h2>
      {coupons.length === 0 ? (
        <p className="guest-soft">{t('card.noCoupons')}</p>
      ) : (
        <>
          <ul>
            {coupons.map((coupon, index) => (
              <li key={`${index}-${coupon.name}`}>
                <strong>{coupon.name}</strong>
                <span>
                  {[
                    benefit(words, coupon),
                    ...(coupon.leastSpend > 0
                      ? [t('card.coupon.least', { amount: won(coupon.leastSpend) })]
                      : []),
                    ...(coupon.until === null ? [] : [t('card.coupon.until', { date: coupon.until })]),
                  ].join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          <p className="guest-soft">{t('card.couponHow')}</p>
        </>
      )}
    </section>
  )
}

/** What one guest has here: points first, then what is still missing to something nice. */
export const CardPage = ({ card, screen }: { readonly card: Card; readonly screen: Screen }) => {
  const { t, points, won } = useGuestWords()
  const { next } = card
  return (
    <main className="guest-card">
      <section className="guest-card-who" role="status">
        <h1>
          {card.name === ''
            ? t(card.joined ? 'card.welcomeNobody' : 'card.helloNobody')
            : t(card.joined ? 'card.welcome' : 'card.hello', { name: card.name })}
          {card.tier === null ? null : <span className="guest-tier">{card.tier}</span>}
        </h1>
        {card.phone === null ? null : <p className="guest-soft">{card.phone}</p>}
        <p className="guest-points-label">{t('card.points')}</p>
        <p className="guest-points">
          {formatNumber(card.points)}
          <small>{t('unit.point')}</small>
        </p>
        {card.earned === null ? (
          <p className="guest-soft">{t(card.joined ? 'card.joined' : 'card.wait')}</p>
        ) : (
          <p className="guest-earned">{t('card.earned', { points: points(card.earned) })}</p>
        )}
        {next === null ? null : (
          <p className="guest-next">
            {next.measure === 'spend'
              ? t('card.nextSpend', { tier: next.tier, amount: won(next.missing) })
              : t('card.nextVisits', { tier: next.tier, n: next.missing })}
          </p>
        )}
        <BigButton look="primary" onPress={() => void screen.act(ask('guest.leave', {}))}>
          {t('card.done')}
        </BigButton>
      </section>
      <div className="guest-card-more">
        {card.stamps.map((one) => (
          <StampPicture key={one.name} card={one} />
        ))}
        <Coupons coupons={card.coupons} />
      </div>
    </main>
  )
}
