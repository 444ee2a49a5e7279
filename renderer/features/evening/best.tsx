import { useWords } from '../../app/words.ts'
import { counted } from '../pictures/compact.ts'
import type { Evening } from './sentences.ts'

/** What sold most of the day. */
export const Best = ({ evening }: { readonly evening: Evening }) => {
  const { t, won } = useWords()
  if (evening.best.length === 0) return null
  return (
    <section className="evening-part" aria-labelledby="evening-best">
      <h2 id="evening-best">{t('evening.best')}</h2>
      <ol>
        {evening.best.map((one) => (
          <li key={one.name} className="evening-person">
            <span>{one.name}</span>
            <span className="evening-note">{t('pictures.pieces', counted(one.quantity))}</span>
            <span className="evening-sum">{won(one.net)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
