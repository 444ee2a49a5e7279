import { CalendarClock, TriangleAlert } from 'lucide-react'
import type { CallOutput } from '#shared/contract/index.ts'
import { businessDate } from '#shared/dates.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { dueSentence } from './habit-words.ts'
import './card-sayings.css'

type Card = CallOutput<'customers.card'>

/** What must not be overlooked at the counter: allergies in red, what to mind beside them. */
export const CardWarnings = ({ card }: { readonly card: Card }) => {
  const { t } = useWords()
  if (card.allergies === '' && card.cautions === '') return null
  return (
    <p className="card-warnings" role="note">
      <TriangleAlert size={24} aria-hidden="true" />
      <span>
        {card.allergies === '' ? null : (
          <strong className="card-allergies">{t('person.allergiesSay', { what: card.allergies })}</strong>
        )}
        {card.cautions === '' ? null : <span className="card-cautions">{card.cautions}</span>}
      </span>
    </p>
  )
}

/** What is due about now, and the shop's own fields, a line each. */
export const CardSayings = ({ card }: { readonly card: Card }) => {
  const words = useWords()
  const now = useNow()
  const [due] = card.due
  return (
    <>
      {due === undefined ? null : (
        <p className="card-due">
          <CalendarClock size={22} aria-hidden="true" />
          {dueSentence(words, due, businessDate(now))}
        </p>
      )}
      {card.fields.length === 0 ? null : (
        <p className="card-usual">
          {card.fields.slice(0, 4).map(({ name, value }) => (
            <span key={name} className="card-field">
              <span className="card-label">{name}</span>
              {value}
            </span>
          ))}
        </p>
      )}
    </>
  )
}
