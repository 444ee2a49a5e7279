import { StickyNote } from 'lucide-react'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { CardSayings, CardWarnings } from '../customers/card-sayings.tsx'
import { TierBadge, TierFigure } from '../tiers/tier-line.tsx'
import type { CustomerCard } from './types.ts'

const Figures = ({ card }: { readonly card: CustomerCard }) => {
  const { t, points, since } = useWords()
  const now = useNow()
  return (
    <dl className="figures">
      <div className="figure main">
        <dt>{t('card.points')}</dt>
        <dd>{points(card.points)}</dd>
      </div>
      <div className="figure">
        <dt>{t('card.visits')}</dt>
        <dd>{t('unit.times', { n: card.visits })}</dd>
      </div>
      <div className="figure">
        <dt>{t('card.last')}</dt>
        <dd>{card.lastVisit === null ? '–' : since(card.lastVisit, now)}</dd>
      </div>
      <TierFigure customerId={card.id} />
    </dl>
  )
}

/** Who it is, what they usually have, what to say, how many points. */
export const Card = ({ card }: { readonly card: CustomerCard }) => {
  const { t } = useWords()
  const usual = card.usual.slice(0, 3)
  return (
    <article className="card" aria-label={t('card.honorific', { name: card.name })}>
      <header className="card-head">
        <h2 className="card-name">{t('card.honorific', { name: card.name })}</h2>
        <span className="card-phone">{card.maskedPhone ?? ''}</span>
        <TierBadge customerId={card.id} />
        {card.marketingConsent ? <Badge>{t('card.marketing')}</Badge> : null}
      </header>
      <CardWarnings card={card} />
      {card.visits === 0 ? <p className="card-say">{t('card.first')}</p> : null}
      {card.timing === null ? null : (
        <p className="card-say">
          {t(`card.timing.${card.timing}`)}
          {card.rhythmDays === null ? null : (
            <span className="card-rhythm">{t('card.rhythm', { n: Math.round(card.rhythmDays) })}</span>
          )}
        </p>
      )}
      {usual.length === 0 ? null : (
        <p className="card-usual">
          <span className="card-label">{t(card.visits < 2 ? 'card.lastTime' : 'card.usual')}</span>
          {usual.map((item) => item.name).join(', ')}
        </p>
      )}
      <CardSayings card={card} />
      {card.memo === '' ? null : (
        <p className="card-memo">
          <StickyNote size={22} aria-hidden="true" />
          <span className="hidden-text">{t('card.memo')}</span>
          {card.memo}
        </p>
      )}
      <Figures card={card} />
    </article>
  )
}
