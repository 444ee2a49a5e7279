import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { keys } from '../../api/keys.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { CustomerPicker } from '../customers/customer-picker.tsx'
import { CorrectForm } from './correct-form.tsx'
import { entryText } from './entry-words.ts'
import './loyalty.css'

const lastEntries = 200

type Lots = CallOutput<'points.history'>['lots']

/** What ends on one day is one figure, however often it was given. */
const byEnd = (lots: Lots) =>
  [...Map.groupBy(lots, ({ endsOn }) => endsOn)].map(([endsOn, own]) => ({
    endsOn,
    points: own.reduce((sum, { remaining }) => sum + remaining, 0),
  }))

/** Every point of a customer: what can be used until when, where each came from, and putting it right by hand. */
export const PersonPoints = ({ customerId }: { readonly customerId: number }) => {
  const words = useWords()
  const { t, points, signedPoints, moment } = words
  const now = useNow()
  const client = useQueryClient()
  const { show } = useToasts()
  const failed = useFailureToast()
  const [correcting, setCorrecting] = useState(false)
  const [picking, setPicking] = useState(false)
  const history = useQuery({
    queryKey: keys.pointsHistory(customerId),
    queryFn: () => api.call('points.history', { customerId, limit: lastEntries }),
  })
  const at = useQuery({
    queryKey: keys.points(customerId, null),
    queryFn: () => api.call('points.atCounter', { customerId, receiptId: null }),
  }).data
  const bonus = useMutation({
    mutationFn: (given: { kind: 'friend' | 'survey' | 'review'; friendId: number | null }) =>
      api.call('points.giveBonus', { customerId, ...given }),
    onSuccess: (_, { kind }) => {
      const given = at?.bonuses.find((one) => one.kind === kind)?.points ?? 0
      show({ text: t('bonus.given', { kind: t(`bonus.${kind}`), points: points(given) }) })
      void client.invalidateQueries({ queryKey: keys.allPoints })
    },
    onError: failed,
  })
  if (history.error !== null) return <FailureNotice failure={failureOf(history.error)} />
  if (history.data === undefined) return null
  const { entries, claim } = history.data
  const lots = byEnd(history.data.lots)
  return (
    <section className="person-card" aria-label={t('points.title')}>
      <header className="card-title">
        <h2>{t('points.title')}</h2>
        <Button look="quiet" onPress={() => setCorrecting(!correcting)}>
          {t('person.points.correct')}
        </Button>
      </header>
      {claim === 0 ? null : (
        <p className="person-points-claim">{t('use.claim', { points: points(claim) })}</p>
      )}
      {lots.length === 0 ? (
        <p className="person-points-soft">{t('person.points.none')}</p>
      ) : (
        <ul className="person-lots">
          {lots.slice(0, 6).map((lot) => (
            <li key={lot.endsOn ?? ''}>
              <strong>{points(lot.points)}</strong>
              <span>
                {lot.endsOn === null ? t('book.noEnd') : t('person.points.until', { date: lot.endsOn })}
              </span>
            </li>
          ))}
          {lots.length > 6 ? <li>{t('person.points.more', { n: lots.length - 6 })}</li> : null}
        </ul>
      )}
      {at === undefined || at.bonuses.length === 0 ? null : (
        <div className="person-points-actions">
          {at.bonuses.map(({ kind, points: given }) => (
            <Button
              key={kind}
              isDisabled={bonus.isPending}
              onPress={() => (kind === 'friend' ? setPicking(true) : bonus.mutate({ kind, friendId: null }))}
            >
              {t('bonus.give', { kind: t(`bonus.${kind}`), points: points(given) })}
            </Button>
          ))}
        </div>
      )}
      {picking ? (
        <CustomerPicker
          title={t('bonus.whoCame')}
          except={customerId}
          onPick={({ id }) => {
            setPicking(false)
            bonus.mutate({ kind: 'friend', friendId: id })
          }}
          onClose={() => setPicking(false)}
        />
      ) : null}
      {correcting ? <CorrectForm customerId={customerId} onDone={() => setCorrecting(false)} /> : null}
      {entries.length === 0 ? null : (
        <details className="person-entries">
          <summary>{t('person.points.entries')}</summary>
          <ul>
            {entries.map((entry) => (
              <li key={entry.id}>
                <span>
                  {entryText(words, entry)}
                  <small>{moment(entry.at, now)}</small>
                </span>
                <strong>{signedPoints(entry.points)}</strong>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
