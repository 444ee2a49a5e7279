import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { NoteForm } from './note-form.tsx'
import { type Person, type TimelineKind, timelineQuery } from './queries.ts'
import { TimelineEntry } from './timeline-entry.tsx'
import './timeline.css'

const filters = [
  { name: 'all', kinds: [] },
  { name: 'receipts', kinds: ['sale', 'refund'] },
  { name: 'points', kinds: ['points'] },
  { name: 'coupons', kinds: ['coupon'] },
  { name: 'prepaid', kinds: ['prepaid'] },
  { name: 'notes', kinds: ['note'] },
  { name: 'consents', kinds: ['consent'] },
] as const satisfies readonly { name: string; kinds: readonly TimelineKind[] }[]
type FilterName = (typeof filters)[number]['name']

/** Everything that has been, newest first. */
export const Timeline = ({ person }: { readonly person: Person }) => {
  const { t } = useWords()
  const [name, setName] = useState<FilterName>('all')
  const kinds = filters.find((one) => one.name === name)?.kinds ?? []
  const timeline = useInfiniteQuery(timelineQuery(person.id, kinds))
  const items = timeline.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className="person-card timeline" aria-label={t('timeline.title')}>
      <header className="timeline-head">
        <h2>{t('timeline.title')}</h2>
        <div className="timeline-filters" role="group" aria-label={t('timeline.title')}>
          {filters.map((one) => (
            <button
              key={one.name}
              type="button"
              className={one.name === name ? 'filter current' : 'filter'}
              aria-pressed={one.name === name}
              onClick={() => setName(one.name)}
            >
              {t(`timeline.${one.name}`)}
            </button>
          ))}
        </div>
      </header>
      <NoteForm customerId={person.id} />
      {timeline.error === null ? null : <FailureNotice failure={failureOf(timeline.error)} />}
      {timeline.isPending ? <p className="timeline-empty">{t('common.loading')}</p> : null}
      {timeline.isSuccess && items.length === 0 ? (
        <p className="timeline-empty">
          {t('timeline.none')} <small>{name === 'all' ? t('timeline.noneHint') : ''}</small>
        </p>
      ) : null}
      <ol className="timeline-list">
        {items.map((item) => (
          <TimelineEntry key={item.key} item={item} person={person} />
        ))}
      </ol>
      {timeline.hasNextPage ? (
        <Button isDisabled={timeline.isFetchingNextPage} onPress={() => void timeline.fetchNextPage()}>
          {t('timeline.more')}
        </Button>
      ) : null}
    </section>
  )
}
