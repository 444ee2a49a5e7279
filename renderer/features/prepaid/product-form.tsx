import { useMutation, useQueryClient } from '@tanstack/react-query'
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
import { NumberField } from '../rewards/number-field.tsx'
import { TargetsField } from '../rewards/targets-field.tsx'
import { type Terms, timeText } from './prepaid-words.ts'
import { type DraftFault, draftOf, faultsOf, type ProductDraft, termsOf } from './product-draft.ts'

const lifetimes = ['12', '24', '36', '60', '0'] as const
const penalties = ['0', '5', '10'] as const

/** A new product, or new terms of one from a day on. What was sold keeps its own. */
export const PrepaidProductForm = ({
  productId,
  terms,
  onDone,
}: {
  readonly productId: number | null
  /** What holds now. */
  readonly terms: Terms | null
  readonly onDone: () => void
}) => {
  const words = useWords()
  const { t } = words
  const { show } = useToasts()
  const client = useQueryClient()
  const today = businessDate(useNow())
  const [draft, setDraft] = useState(() => draftOf(terms, today))
  const [tried, setTried] = useState(false)
  const set = (change: Partial<ProductDraft>): void => setDraft({ ...draft, ...change })
  const faults = faultsOf(draft, today)
  const wrong = (fault: DraftFault, text: string): string | null => (tried && faults.has(fault) ? text : null)
  const save = useMutation({
    mutationFn: (sold: boolean) =>
      api.call('prepaid.saveProduct', { productId, terms: termsOf(draft, sold) }),
    onSuccess: async () => {
      show({
        text: draft.fromDate > today ? t('tiers.savedToCome', { date: draft.fromDate }) : t('common.saved'),
      })
      await client.invalidateQueries({ queryKey: keys.prepaid })
      onDone()
    },
    onError: useFailureToast(),
  })
  const passes = draft.unit === 'times'
  const title = t(productId === null ? 'prepaidForm.title.new' : 'prepaidForm.title.change')
  const months = lifetimes.some((one) => one === draft.months) ? lifetimes : [draft.months, ...lifetimes]
  return (
    <form
      className="reward-form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (faults.size === 0) save.mutate(true)
      }}
    >
      <h2>{title}</h2>
      {productId === null ? null : <p className="reward-soft">{t('prepaidForm.changeNote')}</p>}
      <div className="reward-fields">
        <div className="reward-wide">
          <Choice
            label={t('prepaidForm.unit')}
            value={draft.unit}
            options={(['won', 'times'] as const).map((value) => ({
              value,
              text: t(`prepaidForm.unit.${value}`),
            }))}
            onChange={(unit) => set({ unit })}
          />
        </div>
        <div className="reward-wide">
          <TextField
            label={t('prepaidForm.name')}
            value={draft.name}
            onChange={(name) => set({ name })}
            placeholder={t(`prepaidForm.namePlaceholder.${draft.unit}`)}
            error={wrong('name', t('couponForm.wrong.name'))}
            maxLength={40}
            autoFocus
          />
        </div>
        <NumberField
          label={t('prepaidForm.price')}
          value={draft.price}
          onChange={(price) => set({ price })}
          error={wrong('price', t('prepaidForm.wrong.price'))}
        />
        {passes ? (
          <NumberField
            label={t('prepaidForm.single')}
            value={draft.single}
            onChange={(single) => set({ single })}
            error={wrong('single', t('prepaidForm.wrong.single'))}
          />
        ) : null}
        {passes ? (
          <NumberField
            label={t('prepaidForm.paidTimes')}
            value={draft.times}
            onChange={(times) => set({ times })}
            error={wrong('times', t('prepaidForm.wrong.times'))}
          />
        ) : null}
        <NumberField
          label={t(passes ? 'prepaidForm.bonusTimes' : 'prepaidForm.bonusWon')}
          value={draft.bonus}
          onChange={(bonus) => set({ bonus })}
          note={t('prepaidForm.bonusNote')}
        />
        {passes ? (
          <div className="reward-wide">
            <TextField
              label={t('prepaidForm.words')}
              value={draft.words}
              onChange={(words) => set({ words })}
              placeholder={t('prepaidForm.wordsPlaceholder')}
              note={t('prepaidForm.wordsNote')}
              maxLength={400}
            />
          </div>
        ) : null}
        {passes ? <TargetsField value={draft.others} onChange={(others) => set({ others })} /> : null}
        <div>
          <Select
            label={t('prepaidForm.months')}
            value={draft.months}
            options={months.map((value) => ({
              value,
              text: value === '0' ? t('prepaidForm.months.none') : timeText(words, Number(value)),
            }))}
            onChange={(value) => set({ months: value })}
          />
          <p className="reward-soft">{t('prepaidForm.monthsNote')}</p>
        </div>
        <DateField
          label={t('rewards.from')}
          value={draft.fromDate}
          min={today}
          error={faults.has('date') ? t('common.required') : null}
          onChange={(fromDate) => set({ fromDate })}
        />
        <div className="reward-wide">
          <Choice
            label={t('prepaidForm.penalty')}
            value={draft.penalty}
            options={(penalties.some((one) => one === draft.penalty)
              ? penalties
              : [...penalties, draft.penalty]
            ).map((value) => ({
              value,
              text:
                value === '0'
                  ? t('prepaidForm.penalty.none')
                  : t('prepaidForm.penalty.n', { n: Number(value) }),
            }))}
            onChange={(penalty) => set({ penalty })}
          />
          <p className="reward-soft">{t('prepaidForm.penaltyNote')}</p>
        </div>
        {passes ? (
          <div className="reward-wide">
            <Choice
              label={t('prepaidForm.countedAt')}
              value={draft.countedAt}
              options={(['normal', 'contract'] as const).map((value) => ({
                value,
                text: t(`prepaidForm.countedAt.${value}`),
              }))}
              onChange={(countedAt) => set({ countedAt })}
            />
          </div>
        ) : null}
        <div className="reward-wide">
          <Choice
            label={t('prepaidForm.earns')}
            value={draft.earns}
            options={(['sale', 'use', 'never'] as const).map((value) => ({
              value,
              text: t(`prepaidForm.earns.${value}`),
            }))}
            onChange={(earns) => set({ earns })}
          />
        </div>
      </div>
      <div className="reward-actions">
        <Button type="submit" look="primary" isDisabled={save.isPending}>
          {t('prepaidForm.save')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('common.cancel')}
        </Button>
        {terms?.sold === true ? (
          <Button
            look="danger"
            isDisabled={save.isPending || faults.size > 0}
            onPress={() => save.mutate(false)}
          >
            {t('prepaidForm.stop')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
