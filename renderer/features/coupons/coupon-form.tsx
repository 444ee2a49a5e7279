import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { NumberField } from '../rewards/number-field.tsx'
import { TargetsField } from '../rewards/targets-field.tsx'
import { tierPlans } from '../tiers/use-tiers.ts'
import type { CouponKind } from './coupon-words.ts'
import { MoreConditions } from './more-conditions.tsx'
import { draftOf, emptyDraft, faultsOf, type TermsDraft, termsOf } from './terms-draft.ts'

const benefits = ['item', 'amount', 'percent'] as const
const occasions = ['hand', 'stamp', 'birthday', 'anniversary', 'welcome', 'come-back', 'tier'] as const

interface Part {
  readonly draft: TermsDraft
  readonly change: (part: Partial<TermsDraft>) => void
  readonly wrong: (fault: ReturnType<typeof faultsOf>[number]) => string | null
}

/** How much, and for which items. */
const Benefit = ({ draft, change, wrong }: Part) => {
  const { t } = useWords()
  const { benefit } = draft
  return (
    <>
      <div className="reward-wide">
        <Choice
          label={t('couponForm.benefit')}
          value={benefit}
          options={benefits.map((value) => ({ value, text: t(`couponForm.benefit.${value}`) }))}
          onChange={(next) => change({ benefit: next })}
        />
      </div>
      {benefit === 'item' ? (
        <NumberField
          label={t('couponForm.itemMost')}
          value={draft.value}
          onChange={(value) => change({ value })}
          note={t('couponForm.empty')}
        />
      ) : (
        <NumberField
          label={t(`couponForm.${benefit}`)}
          value={draft.value}
          onChange={(value) => change({ value })}
          error={wrong(benefit === 'amount' ? 'value' : 'percent')}
        />
      )}
      {benefit === 'percent' ? (
        <NumberField
          label={t('couponForm.most')}
          value={draft.most}
          onChange={(most) => change({ most })}
          note={t('couponForm.empty')}
        />
      ) : null}
      <div className="reward-wide">
        <TextField
          label={t('couponForm.words')}
          value={draft.words}
          onChange={(words) => change({ words })}
          placeholder={t('couponForm.wordsPlaceholder')}
          note={t('couponForm.wordsNote')}
          maxLength={400}
        />
      </div>
      <TargetsField value={draft.others} onChange={(others) => change({ others })} />
    </>
  )
}

/** When it is given, and for how long it is good. */
const Occasion = ({ draft, change, wrong }: Part) => {
  const { t } = useWords()
  const plans = useQuery(tierPlans).data?.plans ?? []
  const levels = plans.find((plan) => plan.state === 'now')?.levels ?? []
  const { occasion } = draft
  return (
    <>
      <Select
        label={t('coupon.occasion')}
        value={occasion}
        options={occasions.map((value) => ({ value, text: t(`coupon.occasion.${value}`) }))}
        onChange={(next) => change({ occasion: next })}
      />
      {occasion === 'birthday' || occasion === 'anniversary' ? (
        <NumberField
          label={t('couponForm.daysBefore')}
          value={draft.daysBefore}
          onChange={(daysBefore) => change({ daysBefore })}
        />
      ) : null}
      {occasion === 'come-back' ? (
        <NumberField
          label={t('couponForm.absentDays')}
          value={draft.absentDays}
          onChange={(absentDays) => change({ absentDays })}
          error={wrong('absentDays')}
        />
      ) : null}
      {occasion === 'tier' ? (
        <Select
          label={t('couponForm.tier')}
          value={String(draft.tierId ?? 0)}
          options={[
            { value: '0', text: t('couponForm.anyTier') },
            ...levels.map((level) => ({ value: String(level.tierId), text: level.name })),
          ]}
          onChange={(tier) => change({ tierId: tier === '0' ? null : Number(tier) })}
        />
      ) : null}
      <NumberField
        label={t('couponForm.validDays')}
        value={draft.validDays}
        onChange={(validDays) => change({ validDays })}
        note={t('couponForm.empty')}
      />
    </>
  )
}

/** A new coupon, or new terms of one. */
export const CouponForm = ({
  kind,
  onDone,
}: {
  readonly kind: CouponKind | null
  readonly onDone: () => void
}) => {
  const { t } = useWords()
  const { show } = useToasts()
  const client = useQueryClient()
  const [draft, setDraft] = useState(kind === null ? emptyDraft : draftOf(kind.terms))
  const [tried, setTried] = useState(false)
  const faults = faultsOf(draft)
  const wrong: Part['wrong'] = (fault) =>
    tried && faults.includes(fault) ? t(`couponForm.wrong.${fault}`) : null
  const change: Part['change'] = (part) => setDraft({ ...draft, ...part })
  const save = useMutation({
    mutationFn: () => api.call('coupons.saveKind', { kindId: kind?.kindId ?? null, terms: termsOf(draft) }),
    onSuccess: async () => {
      show({ text: t('common.saved') })
      await client.invalidateQueries({ queryKey: keys.rewards })
      onDone()
    },
    onError: useFailureToast(),
  })
  return (
    <form
      className="reward-form"
      aria-label={t(kind === null ? 'couponForm.title.new' : 'couponForm.title.change')}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (faults.length === 0) save.mutate()
      }}
    >
      <h2>{t(kind === null ? 'couponForm.title.new' : 'couponForm.title.change')}</h2>
      {kind === null ? null : <p className="reward-soft">{t('couponForm.changeNote')}</p>}
      <div className="reward-fields">
        <div className="reward-wide">
          <TextField
            label={t('couponForm.name')}
            value={draft.name}
            onChange={(name) => change({ name })}
            placeholder={t('couponForm.namePlaceholder')}
            error={wrong('name')}
            maxLength={40}
            autoFocus
          />
        </div>
        <Benefit draft={draft} change={change} wrong={wrong} />
        <Occasion draft={draft} change={change} wrong={wrong} />
      </div>
      <MoreConditions draft={draft} faults={tried ? faults : []} change={change} />
      <div className="reward-actions">
        <Button type="submit" look="primary" isDisabled={save.isPending}>
          {t('couponForm.save')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
