import type { ViewAt } from './bridge.ts'
import { useGuestWords } from './words.tsx'

type Card = ViewAt<'card'>['card']['stamps'][number]

/** As many in a row that a full card looks like a card. */
const inARow = (length: number): number => (length <= 6 ? length : length <= 12 ? Math.ceil(length / 2) : 8)
const cell = 100

/** A paper card that fills up: each stamp a little turned, as by hand; the last field says that it is the goal. */
export const StampPicture = ({ card }: { readonly card: Card }) => {
  const { t } = useGuestWords()
  const { name, length, stamps, reward } = card
  const across = inARow(length)
  const down = Math.ceil(length / across)
  const left = Math.max(0, length - stamps)
  return (
    <figure className="guest-stamps">
      <figcaption>
        <strong>{name}</strong>
        <span>
          {reward === null
            ? t('card.stampsLeftPlain', { n: left })
            : t('card.stampsLeft', { n: left, reward })}
        </span>
      </figcaption>
      <svg
        viewBox={`0 0 ${across * cell} ${down * cell}`}
        role="img"
        aria-label={t('card.stampsOf', { name, length, stamps })}
      >
        {Array.from({ length }, (_, index) => {
          const x = (index % across) * cell + cell / 2
          const y = Math.floor(index / across) * cell + cell / 2
          const turn = ((index * 37) % 40) - 20
          const full = index < stamps
          return (
            <g key={`${x}-${y}`} transform={`translate(${x} ${y})`} className={full ? 'stamp full' : 'stamp'}>
              <circle r="40" className="stamp-field" />
              {full ? (
                <g transform={`rotate(${turn})`}>
                  <circle r="33" className="stamp-ring" />
                  <path className="stamp-sign" d="M-14 1l10 11 19-22" />
                </g>
              ) : (
                <text className="stamp-count" textAnchor="middle" dominantBaseline="central">
                  {index === length - 1 ? '★' : index + 1}
                </text>
              )}
            </g>
          )
        })}
      </svg>
    </figure>
  )
}
