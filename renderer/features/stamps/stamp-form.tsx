import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { businessDate } from '#shared/dates.ts'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { wordsIn } from '../coupons/terms-draft.ts'
import { couponKinds } from '../coupons/use-coupons.ts'
import { NumberField } from '../rewards/number-field.tsx'
import { TargetsField } from '../rewards/targets-field.tsx'
import type { StampRule } from './stamp-words.ts'

const bases = ['amount', 'product'] as const

/** A new card, or a new rule of one from a day on. */
export const StampForm = ({
  cardId,
  rule,
  onDone,
}: {
  readonly cardId: number | null
  /** What holds now. */
  readonly rule: StampRule | null
  readonly onDone: () => void
}) => {
  const { t } = useWords()
  const { show } = useToasts()
  const client = useQueryClient()
  const today = businessDate(useNow())
  const kinds = useQuery(couponKinds).data ?? []
  const rewards = kinds.filter((kind) => kind.active && kind.terms.occasion === 'stamp')
  const [draft, setDraft] = useState({
    name: rule?.name ?? '',
    basis: rule?.basis === 'product' ? ('product' as const) : ('amount' as const),
    perWon: String(rule?.perWon ?? 10_000),
    length: String(rule?.length ?? 10),
    words: rule?.targets.flatMap((target) => target.word ?? []).join(', ') ?? '',
    others: rule?.targets.filter((target) => target.word === null) ?? [],
    rewardKindId: rule?.rewardKindId ?? null,
    fromDate: today,
  })
  const [tried, setTried] = useState(false)
  const noName = draft.name.trim() === ''
  const noAmount = draft.basis === 'amount' && Number(draft.perWon) < 1
  const noLength = Number(draft.length) < 1 || Number(draft.length) > 100
  const ready = !noName && !noAmount && !noLength && draft.fromDate >= today
  const save = useMutation({
    mutationFn: (off: boolean) =>
      api.call('stamps.saveRule', {
        cardId,
        fromDate: draft.fromDate,
        name: draft.name.trim(),
        basis: off ? 'off' : draft.basis,
        perWon: off || draft.basis === 'product' ? null : Number(draft.perWon),
        length: Number(draft.length),
        rewardKindId: draft.rewardKindId,
        targets:
          draft.basis === 'amount'
            ? []
            : [
                ...wordsIn(draft.words).map((word) => ({ productId: null, categoryId: null, word })),
                ...draft.others,
              ],
      }),
    onSuccess: async () => {
      show({
        text: draft.fromDate > today ? t('tiers.savedToCome', { date: draft.fromDate }) : t('common.saved'),
      })
      await client.invalidateQueries({ queryKey: keys.rewards })
      onDone()
    },
    onError: useFailureToast(),
  })
  const title = t(cardId === null ? 'stamps.title.new' : 'stamps.title.change')
  return (
    <form
      className="reward-form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (ready) save.mutate(false)
      }}
    >
      <h2>{title}</h2>
      <div className="reward-fields">
        <div className="reward-wide">
          <TextField
            label={t('stamps.name')}
            value={draft.name}
            onChange={(name) => setDraft({ ...draft, name })}
            placeholder={t('stamps.namePlaceholder')}
            error={tried && noName ? t('couponForm.wrong.name') : null}
            maxLength={40}
            autoFocus
          />
        </div>
        <div className="reward-wide">
          <Choice
            label={t('stamps.basis')}
            value={draft.basis}
            options={bases.map((value) => ({ value, text: t(`stamps.basis.${value}`) }))}
            onChange={(basis) => setDraft({ ...draft, basis })}
          />
        </div>
        {draft.basis === 'amount' ? (
          <NumberField
            label={t('stamps.perWon')}
            value={draft.perWon}
            onChange={(perWon) => setDraft({ ...draft, perWon })}
            error={tried && noAmount ? t('stamps.wrong.perWon') : null}
          />
        ) : (
          <TextField
            label={t('stamps.words')}
            value={draft.words}
            onChange={(words) => setDraft({ ...draft, words })}
            placeholder={t('couponForm.wordsPlaceholder')}
            note={t('couponForm.wordsNote')}
            maxLength={400}
          />
        )}
        {draft.basis === 'product' ? (
          <TargetsField value={draft.others} onChange={(others) => setDraft({ ...draft, others })} />
        ) : null}
        <NumberField
          label={t('stamps.length')}
          value={draft.length}
          onChange={(length) => setDraft({ ...draft, length })}
          error={tried && noLength ? t('stamps.wrong.length') : null}
        />
        <div>
          <Select
            label={t('stamps.rewardKind')}
            value={String(draft.rewardKindId ?? 0)}
            options={[
              { value: '0', text: t('stamps.rewardNone') },
              ...rewards.map((kind) => ({ value: String(kind.kindId), text: kind.terms.name })),
            ]}
            onChange={(kind) => setDraft({ ...draft, rewardKindId: kind === '0' ? null : Number(kind) })}
          />
          {rewards.length === 0 ? <p className="reward-soft">{t('stamps.rewardHint')}</p> : null}
        </div>
        <DateField
          label={t('rewards.from')}
          value={draft.fromDate}
          min={today}
          error={draft.fromDate < today ? t('common.required') : null}
          onChange={(fromDate) => setDraft({ ...draft, fromDate })}
        />
      </div>
      <div className="reward-actions">
        <Button type="submit" look="primary" isDisabled={save.isPending}>
          {t('stamps.save')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('common.cancel')}
        </Button>
        {cardId === null || rule === null || rule.basis === 'off' ? null : (
          <Button look="danger" isDisabled={save.isPending} onPress={() => save.mutate(true)}>
            {t('stamps.stop')}
          </Button>
        )}
      </div>
    </form>
  )
}
