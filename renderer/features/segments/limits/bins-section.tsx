import type { SegmentSettings } from '#shared/contract/segments.ts'
import { useWords } from '../../../app/words.ts'
import { Choice } from '../../../ui/choice.tsx'
import { NumberField } from '../number-field.tsx'

type Bins = SegmentSettings['bins']

const figures = ['recency', 'frequency', 'money'] as const

/** A shop that sets its own limits begins with these. */
const firstLimits: Bins = {
  by: 'limits',
  recency: [14, 30, 60, 120],
  frequency: [2, 5, 10, 20],
  money: [30_000, 100_000, 200_000, 500_000],
}

/** Whether scores are fifths of the customers, or by the owner's own limits. */
export const BinsSection = ({
  bins,
  wrong,
  onChange,
}: {
  readonly bins: Bins
  readonly wrong: ReadonlySet<string>
  readonly onChange: (bins: Bins) => void
}) => {
  const { t } = useWords()
  return (
    <section className="segments-section">
      <h2>{t('segments.limits.bins')}</h2>
      <Choice
        label={t('segments.limits.binsBy')}
        value={bins.by}
        options={[
          { value: 'quantile' as const, text: t('segments.limits.quantile') },
          { value: 'limits' as const, text: t('segments.limits.own') },
        ]}
        onChange={(by) => onChange(by === 'limits' ? firstLimits : { by })}
      />
      {bins.by === 'quantile' ? (
        <p className="segments-none">{t('segments.limits.binsHint')}</p>
      ) : (
        figures.map((figure) => (
          <fieldset key={figure} className="limits-bins">
            <legend>{t(`segments.limits.${figure}`)}</legend>
            <div className="limits-four">
              {bins[figure].map((value, place) => (
                <NumberField
                  key={`${figure} ${String(place)}`}
                  label={t('segments.limits.reaching', { n: figure === 'recency' ? 4 - place : place + 2 })}
                  value={value}
                  onChange={(next) =>
                    onChange({ ...bins, [figure]: bins[figure].with(place, next ?? Number.NaN) })
                  }
                />
              ))}
            </div>
            {[...wrong].some((path) => path.startsWith(`bins.${figure}`)) ? (
              <p className="field-error">{t('segments.limits.order')}</p>
            ) : null}
          </fieldset>
        ))
      )}
    </section>
  )
}
