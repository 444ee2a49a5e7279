import { useQuery } from '@tanstack/react-query'
import type { CallOutput } from '#shared/contract/index.ts'
import { formatNumber } from '#shared/won.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { BookFigure } from '../loyalty/book-figure.tsx'

type Book = CallOutput<'prepaid.book'>

const Months = ({ book }: { readonly book: Book }) => {
  const { t, won } = useWords()
  const most = Math.max(1, ...book.months.map((one) => one.won))
  return (
    <PlainTable
      look="book-months"
      columns={[
        { id: 'month', head: t('prepaidBook.month') },
        { id: 'bar', head: t('prepaidBook.won'), quiet: true, look: 'book-bar' },
        { id: 'won', head: t('prepaidBook.won'), end: true },
        { id: 'bonus', head: t('prepaidBook.bonus'), end: true },
        { id: 'count', head: t('prepaidBook.count'), end: true },
      ]}
      rows={book.months.map((one) => ({
        id: one.month,
        cells: [
          one.month === '' ? t('prepaid.noEnd') : one.month,
          <meter key="bar" min={0} max={most} value={one.won} aria-hidden="true" />,
          won(one.won),
          one.bonus === 0 ? '' : won(one.bonus),
          formatNumber(one.holdings),
        ],
      }))}
    />
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
