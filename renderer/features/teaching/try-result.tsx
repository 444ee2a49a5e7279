import type { CallOutput } from '#shared/contract/index.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'

type Result = CallOutput<'teaching.tryOn'>

const shownRows = 12

/** What would change, before anything does. */
export const TryResult = ({ result }: { readonly result: Result }) => {
  const { t, won, moment } = useWords()
  const now = useNow()
  const sums = [
    ['new', result.new],
    ['changed', result.changed],
    ['aside', result.aside],
    ['asked', result.asked],
  ] as const
  const more = result.rows.length - shownRows
  return (
    <section className="teach-try" aria-label={t('teach.would')}>
      <h2>{t('teach.would')}</h2>
      <ul>
        {sums
          .filter(([, count]) => count > 0)
          .map(([change, n]) => (
            <li key={change} className={`teach-sum-${change}`}>
              {t(`teach.would.${change}`, { n })}
            </li>
          ))}
        <li className="teach-same">{t('teach.would.unchanged', { n: result.unchanged })}</li>
      </ul>
      <ul className="teach-rows">
        {result.rows.slice(0, shownRows).map((row) => (
          <li key={row.paperId}>
            <span>{moment(row.receivedAt, now)}</span>
            <span className="teach-row-items">{row.items.join(', ')}</span>
            <span>
              {row.change === 'changed' && row.before !== null ? `${won(row.before)} → ` : ''}
              {row.after === null ? t(`teach.change.${row.change}`) : won(row.after)}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="teach-more">{t('teach.more', { n: more })}</p> : null}
    </section>
  )
}
