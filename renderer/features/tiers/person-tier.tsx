import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { businessDate } from '#shared/dates.ts'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Select } from '../../ui/select.tsx'
import { SmallForm } from '../../ui/small-form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { TierBadge } from './tier-line.tsx'
import { keepSentence, tierAmount } from './tier-words.ts'
import { tierPlans } from './use-tiers.ts'

const changesShown = 10

const useSetTier = (customerId: number, onDone: () => void) => {
  const client = useQueryClient()
  const { t } = useWords()
  const { show } = useToasts()
  return useMutation({
    mutationFn: (change: { tierId: number | null; until: string | null; reason: string }) =>
      api.call('tiers.set', { customerId, ...change }),
    onSuccess: async (_, { tierId }) => {
      show({ text: t(tierId === null ? 'personRewards.ended' : 'personRewards.setDone') })
      await client.invalidateQueries({ queryKey: keys.rewards })
      onDone()
    },
    onError: useFailureToast(),
  })
}

const SetTier = ({ customerId, onDone }: { readonly customerId: number; readonly onDone: () => void }) => {
  const { t } = useWords()
  const today = businessDate(useNow())
  const plans = useQuery(tierPlans).data?.plans ?? []
  const levels = plans.find((plan) => plan.state === 'now')?.levels ?? []
  const [tierId, setTier] = useState<number | null>(null)
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const set = useSetTier(customerId, onDone)
  return (
    <SmallForm
      label={t('personRewards.set')}
      busy={set.isPending}
      ready={tierId !== null}
      onSave={() => {
        if (tierId !== null) set.mutate({ tierId, until: until === '' ? null : until, reason })
      }}
      onCancel={onDone}
    >
      <Select
        label={t('personRewards.setTier')}
        value={tierId === null ? null : String(tierId)}
        options={levels.toReversed().map((level) => ({ value: String(level.tierId), text: level.name }))}
        onChange={(id) => setTier(Number(id))}
      />
      <DateField label={t('personRewards.until')} value={until} min={today} onChange={setUntil} />
      <p className="reward-soft">{t('personRewards.untilNote')}</p>
      <TextField label={t('personRewards.reason')} value={reason} onChange={setReason} maxLength={100} />
    </SmallForm>
  )
}

const Changes = ({ customerId }: { readonly customerId: number }) => {
  const { t } = useWords()
  const history = useQuery({
    queryKey: [...keys.rewards, 'tierHistory', customerId],
    queryFn: () => api.call('tiers.history', { customerId, limit: changesShown }),
  }).data
  if (history === undefined || history.length === 0) return null
  return (
    <details>
      <summary>{t('personRewards.history')}</summary>
      <ul className="tier-changes">
        {history.map((change) => (
          <li key={change.id}>
            <span className="reward-soft">{change.date}</span>
            <strong>{change.after ?? t('personRewards.noTier')}</strong>
            <span>{t(`personRewards.cause.${change.cause}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The tier on the customer's page: what it is, what is missing, and how it is set by hand. */
export const PersonTier = ({ customerId }: { readonly customerId: number }) => {
  const words = useWords()
  const { t } = words
  const [setting, setSetting] = useState(false)
  const standing = useQuery({
    queryKey: [...keys.rewards, 'tier', customerId],
    queryFn: () => api.call('tiers.ofCustomer', { customerId }),
  }).data
  const end = useSetTier(customerId, () => undefined)
  if (standing === undefined || standing === null) return null
  const keeps = keepSentence(words, standing)
  return (
    <div className="person-reward">
      <p className="person-tier">
        {standing.tier === null ? t('personRewards.tier.none') : <TierBadge customerId={customerId} />}
        {standing.next === null || standing.next.missing === 0 ? null : (
          <span>
            {t('tier.to', { name: standing.next.name })}{' '}
            <strong>{tierAmount(words, standing.measure, standing.next.missing)}</strong>
          </span>
        )}
      </p>
      {keeps === null ? null : <p className="reward-soft">{keeps}</p>}
      {setting ? (
        <SetTier customerId={customerId} onDone={() => setSetting(false)} />
      ) : (
        <div className="card-actions">
          <Button onPress={() => setSetting(true)}>{t('personRewards.set')}</Button>
          {standing.byHand === null ? null : (
            <Button
              look="quiet"
              isDisabled={end.isPending}
              onPress={() => end.mutate({ tierId: null, until: null, reason: '' })}
            >
              {t('personRewards.setEnd')}
            </Button>
          )}
        </div>
      )}
      <Changes customerId={customerId} />
    </div>
  )
}
