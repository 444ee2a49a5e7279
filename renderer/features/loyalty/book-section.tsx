import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallOutput } from '#shared/contract/index.ts'
import { formatNumber } from '#shared/won.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { keys } from '../../api/keys.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { EmptyPage } from '../../ui/page-head.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { PrepaidBook } from '../prepaid/prepaid-book.tsx'
import { BookFigure } from './book-figure.tsx'

type Book = CallOutput<'points.book'>

const Months = ({ book }: { readonly book: Book }) => {
  const { t, points } = useWords()
  const most = Math.max(1, ...book.months.map((one) => one.points))
  return (
    <article className="reward-card">
      <h3>{t('book.months')}</h3>
      <PlainTable
        look="book-months"
        columns={[
          { id: 'month', head: t('book.month') },
          { id: 'bar', head: t('book.points'), quiet: true, look: 'book-bar' },
          { id: 'points', head: t('book.points'), end: true },
          { id: 'lots', head: t('book.lots'), end: true },
        ]}
        rows={book.months.map((one) => ({
          id: one.month,
          cells: [
            one.month === '' ? t('book.noEnd') : one.month,
            <meter key="bar" min={0} max={most} value={one.points} aria-hidden="true" />,
            points(one.points),
            t('book.count', { many: formatNumber(one.lots) }),
          ],
        }))}
      />
    </article>
  )
}

const FiveYears = ({ book }: { readonly book: Book }) => {
  const { t, points } = useWords()
  const { reached, soon } = book.fiveYears
  return (
    <article className="reward-card">
      <h3>{t('book.fiveYears')}</h3>
      {reached === 0 ? null : <p>{t('book.fiveYearsReached', { points: points(reached) })}</p>}
      {soon === 0 ? null : <p>{t('book.fiveYearsSoon', { points: points(soon) })}</p>}
      {reached + soon === 0 ? <p className="reward-soft">{t('book.fiveYearsNone')}</p> : null}
    </article>
  )
}

const Checked = ({ book }: { readonly book: Book }) => {
  const { t, moment } = useWords()
  const now = useNow()
  const client = useQueryClient()
  const run = useMutation({
    mutationFn: () => api.call('points.check', {}),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.book }),
    onError: useFailureToast(),
  })
  const check = book.lastCheck
  return (
    <article className="reward-card">
      <h3>{t('book.check')}</h3>
      {check === null ? (
        <p className="reward-soft">{t('book.checkNone')}</p>
      ) : (
        <Notice tone={check.differing === 0 ? 'good' : 'bad'}>
          {check.differing === 0
            ? t('book.checkGood', { n: check.customers, many: formatNumber(check.customers) })
            : t('book.checkBad', { n: check.differing, many: formatNumber(check.differing) })}{' '}
          <span className="reward-soft">
            {t('book.checkAt', { when: moment(check.at, now), entries: formatNumber(check.entries) })}
          </span>
        </Notice>
      )}
      <div className="reward-actions">
        <Button isDisabled={run.isPending} onPress={() => run.mutate()}>
          {t(run.isPending ? 'book.checking' : 'book.checkNow')}
        </Button>
      </div>
    </article>
  )
}

/** What the shop owes its customers in points, and whether the book is right. */
export const BookSection = () => {
  const { t, won, points } = useWords()
  const book = useQuery({ queryKey: keys.book, queryFn: () => api.call('points.book', {}) })
  if (book.error !== null) return <FailureNotice failure={failureOf(book.error)} />
  if (book.data === undefined) return <p>{t('common.loading')}</p>
  const { open, customers, expectedUse, usedShare, claims } = book.data
  return (
    <>
      {open === 0 && claims === 0 ? (
        <div className="reward-empty">
          <EmptyPage title={t('book.empty')} hint={t('book.emptyHint')} />
        </div>
      ) : (
        <dl className="book-figures">
          <BookFigure
            label={t('book.open')}
            value={won(open)}
            note={t('book.openNote', { n: customers, many: formatNumber(customers) })}
          />
          <BookFigure
            label={t('book.expected')}
            value={won(expectedUse)}
            note={
              usedShare === null
                ? t('book.expectedUnknown')
                : t('book.expectedNote', { percent: `${Math.round(usedShare * 100)}%` })
            }
          />
          {claims === 0 ? null : (
            <BookFigure label={t('book.claims')} value={points(claims)} note={t('book.claimsNote')} />
          )}
        </dl>
      )}
      {book.data.months.length === 0 ? null : <Months book={book.data} />}
      <PrepaidBook />
      <Checked book={book.data} />
      <FiveYears book={book.data} />
    </>
  )
}
