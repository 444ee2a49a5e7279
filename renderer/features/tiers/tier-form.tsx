import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { businessDate } from '#shared/dates.ts'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords, type Words } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { NumberField } from '../rewards/number-field.tsx'
import type { TierPlan } from './use-tiers.ts'

interface Level {
  /** Tells rows apart while they are written. */
  readonly row: number
  readonly tierId: number | null
  readonly name: string
  readonly need: string
}

const measures = ['spend', 'visits'] as const
const windows = [3, 6, 12, 24]
const graces = [0, 7, 14, 30, 60, 90]
/** The usual names, to begin with. */
const usual = (t: Words['t']): Level[] => [
  { row: 1, tierId: null, name: t('tiers.usual.silver'), need: '300000' },
  { row: 2, tierId: null, name: t('tiers.usual.gold'), need: '1000000' },
  { row: 3, tierId: null, name: t('tiers.usual.vip'), need: '2000000' },
]

const levelsOf = (plan: TierPlan): Level[] =>
  plan.levels.map((level, index) => ({ ...level, row: index + 1, need: String(level.need) }))

const areGood = (levels: readonly Level[]): boolean =>
  levels.every((level) => level.name.trim() !== '' && Number(level.need) >= 1) &&
  new Set(levels.map((level) => Number(level.need))).size === levels.length

/** The tiers from a day on: what is counted, over what time, and what each takes. */
export const TierForm = ({
  plan,
  onDone,
}: {
  readonly plan: TierPlan | null
  readonly onDone: () => void
}) => {
  const { t } = useWords()
  const { show } = useToasts()
  const client = useQueryClient()
  const today = businessDate(useNow())
  const [measure, setMeasure] = useState(plan?.measure ?? 'spend')
  const [windowMonths, setWindow] = useState(plan === null ? 12 : plan.windowMonths)
  const [graceDays, setGrace] = useState(plan?.graceDays ?? 30)
  const [fromDate, setFrom] = useState(today)
  const [levels, setLevels] = useState<readonly Level[]>(plan === null ? usual(t) : levelsOf(plan))
  const [tried, setTried] = useState(false)
  const good = areGood(levels) && fromDate >= today
  const change = (row: number, part: Partial<Level>): void =>
    setLevels(levels.map((level) => (level.row === row ? { ...level, ...part } : level)))
  const save = useMutation({
    mutationFn: () =>
      api.call('tiers.savePlan', {
        fromDate,
        measure,
        windowMonths,
        graceDays,
        levels: levels.map(({ tierId, name, need }) => ({ tierId, name: name.trim(), need: Number(need) })),
      }),
    onSuccess: async () => {
      show({ text: fromDate > today ? t('tiers.savedToCome', { date: fromDate }) : t('common.saved') })
      await client.invalidateQueries({ queryKey: keys.rewards })
      onDone()
    },
    onError: useFailureToast(),
  })
  const title = t(plan === null ? 'tiers.title.new' : 'tiers.title.change')
  return (
    <form
      className="reward-form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (good) save.mutate()
      }}
    >
      <h2>{title}</h2>
      <div className="reward-fields">
        <div className="reward-wide">
          <Choice
            label={t('tiers.measure')}
            value={measure}
            options={measures.map((value) => ({ value, text: t(`tiers.measure.${value}`) }))}
            onChange={setMeasure}
          />
        </div>
        <Select
          label={t('tiers.window')}
          value={String(windowMonths ?? 0)}
          options={[
            ...[...new Set([...windows, ...(windowMonths === null ? [] : [windowMonths])])]
              .sort((a, b) => a - b)
              .map((months) => ({ value: String(months), text: t('tiers.window.months', { n: months }) })),
            { value: '0', text: t('tiers.window.all') },
          ]}
          onChange={(months) => setWindow(months === '0' ? null : Number(months))}
        />
        <Select
          label={t('tiers.grace')}
          value={String(graceDays)}
          options={[...new Set([...graces, graceDays])]
            .sort((a, b) => a - b)
            .map((days) => ({
              value: String(days),
              text: days === 0 ? t('tiers.grace.none') : t('tiers.grace.days', { n: days }),
            }))}
          onChange={(days) => setGrace(Number(days))}
        />
      </div>
      <ol className="tier-levels">
        {levels.map((level) => (
          <li key={level.row}>
            <TextField
              label={t('tiers.levelName')}
              value={level.name}
              onChange={(name) => change(level.row, { name })}
              maxLength={20}
            />
            <NumberField
              label={t(`tiers.need.${measure}`)}
              value={level.need}
              onChange={(need) => change(level.row, { need })}
            />
            <Button
              look="quiet"
              label={t('tiers.removeLevel', { name: level.name })}
              onPress={() => setLevels(levels.filter((one) => one.row !== level.row))}
            >
              <X size={20} aria-hidden="true" />
            </Button>
          </li>
        ))}
      </ol>
      {tried && !areGood(levels) ? (
        <p className="field-error" role="alert">
          {t('tiers.wrong.level')}
        </p>
      ) : null}
      <div className="reward-actions">
        <Button
          isDisabled={levels.length >= 12}
          onPress={() =>
            setLevels([
              ...levels,
              { row: Math.max(0, ...levels.map((level) => level.row)) + 1, tierId: null, name: '', need: '' },
            ])
          }
        >
          <Plus size={20} aria-hidden="true" />
          {t('tiers.addLevel')}
        </Button>
      </div>
      <div className="reward-fields">
        <DateField label={t('rewards.from')} value={fromDate} min={today} onChange={setFrom} />
      </div>
      <div className="reward-actions">
        <Button type="submit" look="primary" isDisabled={save.isPending}>
          {t('tiers.save')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
