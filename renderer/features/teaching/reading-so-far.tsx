import type { CallOutput } from '#shared/contract/index.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Notice } from '../../ui/notice.tsx'
import { kindWord } from '../review/kind-word.ts'

type Reading = CallOutput<'teaching.preview'>['reading']

const shownItems = 6

/** What is read of the paper at this moment, and what does not add up yet. */
export const ReadingSoFar = ({ reading }: { readonly reading: Reading }) => {
  const { t, won, moment, problem } = useWords()
  const now = useNow()
  const more = reading.items.length - shownItems
  return (
    <section className="teach-reading" aria-label={t('teach.reading')}>
      <h2>{t('teach.reading')}</h2>
      <dl>
        <dt>{t('teach.kind')}</dt>
        <dd>{t(kindWord(reading.kind))}</dd>
        <dt>{t('teach.role.date')}</dt>
        <dd>{reading.issuedAt === null ? t('teach.unknown') : moment(reading.issuedAt, now)}</dd>
        {reading.receiptNumber === null ? null : (
          <>
            <dt>{t('teach.role.number')}</dt>
            <dd>{reading.receiptNumber}</dd>
          </>
        )}
        <dt>{t('teach.role.total')}</dt>
        <dd className="teach-sum">{reading.total === null ? t('teach.unknown') : won(reading.total)}</dd>
      </dl>
      <table className="teach-items">
        <tbody>
          {reading.items.slice(0, shownItems).map((item, index) => (
            <tr key={`${index}-${item.name}`}>
              <td>{item.name}</td>
              <td>{item.quantity}</td>
              <td>{won(item.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 ? <p className="teach-more">{t('teach.more', { n: more })}</p> : null}
      {reading.counts ? (
        <Notice tone="good">{t('teach.adds')}</Notice>
      ) : (
        reading.problems.map((code) => (
          <Notice key={code} tone="warn">
            {problem(code)}
          </Notice>
        ))
      )}
    </section>
  )
}
