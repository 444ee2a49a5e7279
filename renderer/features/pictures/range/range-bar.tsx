import type { DateRange } from '#shared/contract/analytics.ts'
import { useWords } from '../../../app/words.ts'
import { Select } from '../../../ui/select.tsx'
import { RangeDay } from './range-day.tsx'
import type { RangeState } from './range-state.ts'
import { rangeText } from './range-text.ts'
import { comparisons, presets } from './ranges.ts'

/** One range and one comparison, above everything that obeys them. */
export const RangeBar = ({ state }: { readonly state: RangeState }) => {
  const { t } = useWords()
  const { range, compare, preset, comparison, choose } = state
  const own = (change: Partial<DateRange>): void => {
    const next = { ...range, ...change }
    if (next.from <= next.to) choose({ preset: 'own', own: next })
  }
  return (
    <search className="range-bar" aria-label={t('pictures.range')}>
      <Select
        label={t('pictures.range')}
        value={preset}
        options={presets.map((value) => ({ value, text: t(`pictures.range.${value}`) }))}
        onChange={(value) => choose(value === 'own' ? { preset: value, own: range } : { preset: value })}
      />
      <RangeDay
        label={t('pictures.from')}
        value={range.from}
        max={range.to}
        onChange={(from) => own({ from })}
      />
      <RangeDay label={t('pictures.to')} value={range.to} min={range.from} onChange={(to) => own({ to })} />
      <Select
        label={t('pictures.compare')}
        value={comparison}
        options={comparisons.map((value) => ({ value, text: t(`pictures.compare.${value}`) }))}
        onChange={(value) => choose({ comparison: value })}
      />
      <p className="range-said">
        {compare === null ? null : t('pictures.comparedWith', { range: rangeText(compare) })}
      </p>
    </search>
  )
}
