import { useState } from 'react'
import type { DateRange } from '#shared/contract/analytics.ts'
import { useWords } from '../../../app/words.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { Select } from '../../../ui/select.tsx'
import type { RangeState } from './range-state.ts'
import { rangeText } from './range-text.ts'
import { comparisons, mostYears, presets, rangeFault } from './ranges.ts'

/** One range and one comparison, above everything that obeys them. */
export const RangeBar = ({ state }: { readonly state: RangeState }) => {
  const { t } = useWords()
  const { range, compare, preset, comparison, choose } = state
  // Two days that are no range yet stay as they were typed, and the pictures keep the range that they have.
  const [typed, type] = useState<DateRange | null>(null)
  const shown = typed ?? range
  const fault = typed === null ? null : rangeFault(typed)
  const own = (change: Partial<DateRange>): void => {
    const next = { ...shown, ...change }
    const holds = rangeFault(next) === null
    type(holds ? null : next)
    if (holds) choose({ preset: 'own', own: next })
  }
  return (
    <search className="range-bar" aria-label={t('pictures.range')}>
      <Select
        label={t('pictures.range')}
        value={preset}
        options={presets.map((value) => ({ value, text: t(`pictures.range.${value}`) }))}
        onChange={(value) => {
          type(null)
          choose(value === 'own' ? { preset: value, own: range } : { preset: value })
        }}
      />
      <DateField label={t('pictures.from')} value={shown.from} onChange={(from) => own({ from })} />
      <DateField label={t('pictures.to')} value={shown.to} onChange={(to) => own({ to })} />
      <Select
        label={t('pictures.compare')}
        value={comparison}
        options={comparisons.map((value) => ({ value, text: t(`pictures.compare.${value}`) }))}
        onChange={(value) => choose({ comparison: value })}
      />
      <p className={fault === null ? 'range-said' : 'range-said wrong'} role="status">
        {fault !== null
          ? t(`range.${fault}`, { years: mostYears })
          : compare === null
            ? null
            : t('pictures.comparedWith', { range: rangeText(compare) })}
      </p>
    </search>
  )
}
