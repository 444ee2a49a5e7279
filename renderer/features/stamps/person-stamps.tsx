import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { SmallForm } from '../../ui/small-form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { StampCards } from './stamp-cards.tsx'

/** `3`, `-2`; null for anything that is no correction. */
const countIn = (text: string): number | null => {
  const count = /^[+-]?\d{1,3}$/.test(text.trim()) ? Number(text) : 0
  return count === 0 ? null : count
}

const Correction = ({
  customerId,
  cards,
  onDone,
}: {
  readonly customerId: number
  readonly cards: readonly { readonly cardId: number; readonly name: string }[]
  readonly onDone: () => void
}) => {
  const { t } = useWords()
  const { show } = useToasts()
  const client = useQueryClient()
  const [cardId, setCard] = useState(cards[0]?.cardId ?? 0)
  const [stamps, setStamps] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const count = countIn(stamps)
  const correct = useMutation({
    mutationFn: (by: number) =>
      api.call('stamps.correct', { customerId, cardId, stamps: by, reason: reason.trim() }),
    onSuccess: async () => {
      show({ text: t('personRewards.corrected') })
      await client.invalidateQueries({ queryKey: keys.rewards })
      onDone()
    },
    onError: useFailureToast(),
  })
  return (
    <SmallForm
      label={t('personRewards.stamps')}
      busy={correct.isPending}
      onSave={() => {
        setTried(true)
        if (count !== null && reason.trim() !== '') correct.mutate(count)
      }}
      onCancel={onDone}
    >
      {cards.length < 2 ? null : (
        <Select
          label={t('stamps.name')}
          value={String(cardId)}
          options={cards.map((card) => ({ value: String(card.cardId), text: card.name }))}
          onChange={(id) => setCard(Number(id))}
        />
      )}
      <TextField
        label={t('personRewards.stampsBy')}
        value={stamps}
        onChange={setStamps}
        note={t('personRewards.stampsNote')}
        error={tried && count === null ? t('personRewards.stampsWrong') : null}
        maxLength={4}
      />
      <TextField
        label={t('personRewards.reason')}
        value={reason}
        onChange={setReason}
        error={tried && reason.trim() === '' ? t('personRewards.reasonWrong') : null}
        maxLength={100}
      />
    </SmallForm>
  )
}

/** The stamp cards on the customer's page, put right by hand with a reason. */
export const PersonStamps = ({ customerId }: { readonly customerId: number }) => {
  const { t } = useWords()
  const [correcting, setCorrecting] = useState(false)
  const cards = useQuery({
    queryKey: [...keys.rewards, 'stamps', customerId, null],
    queryFn: () => api.call('stamps.ofCustomer', { customerId, receiptId: null }),
  }).data
  if (cards === undefined || cards.length === 0) return null
  return (
    <div className="person-reward">
      <StampCards customerId={customerId} receiptId={null} />
      {correcting ? (
        <Correction customerId={customerId} cards={cards} onDone={() => setCorrecting(false)} />
      ) : (
        <div className="card-actions">
          <Button onPress={() => setCorrecting(true)}>{t('personRewards.stamps')}</Button>
        </div>
      )}
    </div>
  )
}
