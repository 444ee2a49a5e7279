import { businessDate } from '#shared/dates.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { habitSentences } from './habit-words.ts'
import type { Person } from './queries.ts'

const Figure = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div className="person-figure">
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

/** What the receipts say: figures in one row, and their ways in sentences. */
export const Figures = ({ person }: { readonly person: Person }) => {
  const words = useWords()
  const { t, won, points, since } = words
  const now = useNow()
  const { habits } = person
  const sentences = person.visits === 0 ? [] : habitSentences(words, habits, businessDate(now))
  return (
    <section className="person-card" aria-label={t('figures.visits')}>
      <dl className="person-figures">
        <Figure name={t('figures.visits')} value={t('unit.times', { n: person.visits })} />
        <Figure name={t('figures.points')} value={points(person.points)} />
        <Figure name={t('figures.spend')} value={won(person.spend)} />
        <Figure name={t('figures.average')} value={person.visits === 0 ? '–' : won(habits.average)} />
        <Figure
          name={t('figures.last')}
          value={habits.lastVisit === null ? t('figures.never') : since(habits.lastVisit, now)}
        />
      </dl>
      {sentences.length === 0 ? null : (
        <div className="habits">
          {habits.usual.length === 0 ? null : (
            <p>
              <span className="habit-label">{t('habit.usual')}</span>
              {habits.usual.map(({ name }) => name).join(', ')}
            </p>
          )}
          <p>{sentences.join(' · ')}</p>
        </div>
      )}
    </section>
  )
}
