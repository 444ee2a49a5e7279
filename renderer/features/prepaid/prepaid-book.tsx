import { useQuery } from '@tanstack/react-query'
import type { CallOutput } from '#shared/contract/index.ts'
import { formatNumber } from '#shared/won.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { BookFigure } from '../loyalty/book-figure.tsx'

type Book = CallOutput<'prepaid.book'>

const Months = ({ book }: { readonly book: Book }) => {
  const { t, won } = useWords()
  const most = Math.max(1, ...book.months.map((one) => one.won))
  return (
    <table className="plain-table book-months">
      <thead>
        <tr>
          <th scope="col">{t('prepaidBook.month')}</th>
          <th scope="col">
            <span className="hidden-text">{t('prepaidBook.won')}</span>
          </th>
          <th scope="col" className="plain-end">
            {t('prepaidBook.won')}
          </th>
          <th scope="col" className="plain-end">
            {t('prepaidBook.bonus')}
          </th>
          <th scope="col" className="plain-end">
            {t('prepaidBook.count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {book.months.map((one) => (
          <tr key={one.month}>
            <th scope="row">{one.month === '' ? t('prepaid.noEnd') : one.month}</th>
            <td className="book-bar">
              <meter min={0} max={most} value={one.won} aria-hidden="true" />
            </td>
            <td className="plain-end">{won(one.won)}</td>
            <td className="plain-end">{one.bonus === 0 ? '' : won(one.bonus)}</td>
            <td className="plain-end">{formatNumber(one.holdings)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What guests have paid in advance, beside the points in the book of what is owed; nothing where there is none. */
export const PrepaidBook = () => {
  const { t, won } = useWords()
  const book = useQuery({
    queryKey: [...keys.prepaid, 'book'],
    queryFn: () => api.call('prepaid.book', {}),
  })
  if (book.error !== null) return <FailureNotice failure={failureOf(book.error)} />
  if (book.data === undefined) return null
  const { open, bonus, holdings, customers, ended, ofNobody, lastCheck } = book.data
  if (holdings === 0 && ended.holdings === 0) return null
  const note = t('prepaidBook.openNote', {
    n: customers,
    many: formatNumber(customers),
    holdings: formatNumber(holdings),
  })
  return (
    <article className="reward-card" aria-label={t('prepaidBook.title')}>
      <h3>{t('prepaidBook.title')}</h3>
      <dl className="book-figures">
        <BookFigure
          label={t('prepaidBook.open')}
          value={won(open)}
          note={ofNobody === 0 ? note : `${note} (${t('prepaidBook.ofNobody', { won: won(ofNobody) })})`}
        />
        {bonus === 0 ? null : (
          <BookFigure label={t('prepaidBook.bonus')} value={won(bonus)} note={t('prepaidBook.bonusNote')} />
        )}
        {ended.holdings === 0 ? null : (
          <BookFigure
            label={t('prepaidBook.ended')}
            value={won(ended.won)}
            note={t('prepaidBook.endedNote', { n: ended.holdings })}
          />
        )}
      </dl>
      {book.data.months.length === 0 ? null : <Months book={book.data} />}
      {lastCheck === null ? null : (
        <Notice tone={lastCheck.differing === 0 ? 'good' : 'bad'}>
          {lastCheck.differing === 0
            ? t('prepaidBook.checkGood', { many: formatNumber(lastCheck.holdings) })
            : t('prepaidBook.checkBad', { many: formatNumber(lastCheck.differing) })}
        </Notice>
      )}
    </article>
  )
}
