import { useWords } from '../../app/words.ts'
import { Check } from '../../ui/check.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Select } from '../../ui/select.tsx'
import { NumberField } from '../rewards/number-field.tsx'
import { hourText } from './coupon-words.ts'
import type { DraftFault, TermsDraft } from './terms-draft.ts'
import { WeekdayChoice } from './weekday-choice.tsx'

const hours = Array.from({ length: 24 }, (_, hour) => hour * 60)

/** What most coupons do not need: spend, weekdays, hours, dates, limits. */
export const MoreConditions = ({
  draft,
  faults,
  change,
}: {
  readonly draft: TermsDraft
  readonly faults: readonly DraftFault[]
  readonly change: (part: Partial<TermsDraft>) => void
}) => {
  const { t } = useWords()
  const hourOptions = [...new Set([...hours, draft.fromMinute, draft.toMinute])]
    .sort((a, b) => a - b)
    .map((minute) => ({ value: String(minute), text: hourText(minute) }))
  const touched =
    draft.leastSpend !== '' ||
    draft.weekdays !== 127 ||
    draft.fromMinute !== draft.toMinute ||
    `${draft.validFrom}${draft.validTo}${draft.perPerson}${draft.inAll}` !== ''
  return (
    <details className="more-conditions" open={touched || undefined}>
      <summary>{t('couponForm.more')}</summary>
      <div className="reward-fields">
        <NumberField
          label={t('couponForm.least')}
          value={draft.leastSpend}
          onChange={(leastSpend) => change({ leastSpend })}
          note={t('couponForm.empty')}
        />
        <div className="reward-wide">
          <WeekdayChoice value={draft.weekdays} onChange={(weekdays) => change({ weekdays })} />
          {faults.includes('weekdays') ? (
            <p className="field-error">{t('couponForm.wrong.weekdays')}</p>
          ) : null}
        </div>
        <Select
          label={t('couponForm.fromHour')}
          value={String(draft.fromMinute)}
          options={hourOptions}
          onChange={(minute) => change({ fromMinute: Number(minute) })}
        />
        <Select
          label={t('couponForm.toHour')}
          value={String(draft.toMinute)}
          options={hourOptions.map((option) =>
            option.value === String(draft.fromMinute) ? { ...option, text: t('couponForm.allDay') } : option,
          )}
          onChange={(minute) => change({ toMinute: Number(minute) })}
        />
        <DateField
          label={t('couponForm.validFrom')}
          value={draft.validFrom}
          onChange={(validFrom) => change({ validFrom })}
        />
        <DateField
          label={t('couponForm.validTo')}
          value={draft.validTo}
          error={faults.includes('validTo') ? t('couponForm.wrong.validTo') : null}
          onChange={(validTo) => change({ validTo })}
        />
        <NumberField
          label={t('couponForm.perPerson')}
          value={draft.perPerson}
          onChange={(perPerson) => change({ perPerson })}
          note={t('couponForm.empty')}
        />
        <NumberField
          label={t('couponForm.inAll')}
          value={draft.inAll}
          onChange={(inAll) => change({ inAll })}
          note={t('couponForm.empty')}
        />
        <div className="reward-wide">
          <Check isSelected={draft.personal} onChange={(personal) => change({ personal })}>
            {t('couponForm.personal')}
            <small>{t('couponForm.personalNote')}</small>
          </Check>
        </div>
      </div>
    </details>
  )
}
