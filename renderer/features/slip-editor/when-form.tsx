import { Plus, X } from 'lucide-react'
import type { SlipCondition } from '#shared/contract/slip-templates.ts'
import { newCondition } from '#shared/slips/blocks.ts'
import { asksDays, conditionsFor } from '#shared/slips/conditions.ts'
import type { SlipKind } from '#shared/slips/kinds.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { Select } from '../../ui/select.tsx'
import { NumberField } from '../rewards/number-field.tsx'
import { conditionText } from './block-words.ts'

/** When a block is printed; all of its conditions have to hold. */
export const WhenForm = ({
  kind,
  when,
  onChange,
}: {
  readonly kind: SlipKind
  readonly when: readonly SlipCondition[]
  readonly onChange: (when: SlipCondition[], field: string) => void
}) => {
  const words = useWords()
  const { t } = words
  const names = conditionsFor(kind)
  const [first] = names
  if (first === undefined) return null
  const put = (place: number, condition: SlipCondition, field: string): void =>
    onChange(
      when.map((one, index) => (index === place ? condition : one)),
      `${field} ${place}`,
    )
  return (
    <fieldset className="slip-when">
      <legend>{t('slipEdit.whenTitle')}</legend>
      {when.length === 0 ? <p className="slip-soft">{t('slipEdit.always')}</p> : null}
      {when.map((condition, place) => (
        <div key={place} className="slip-condition">
          <div className="slip-condition-row">
            <Select
              label={t('slipEdit.whenWhat')}
              value={condition.is}
              options={names.map((value) => ({ value, text: t(`slipEdit.name.${value}`) }))}
              onChange={(is) => put(place, { ...newCondition(is), not: condition.not }, 'is')}
            />
            {asksDays(condition.is) ? (
              <NumberField
                label={t('slipEdit.days')}
                value={String(condition.days ?? '')}
                onChange={(digits) =>
                  put(place, { ...condition, days: Math.max(1, Math.min(1830, Number(digits))) }, 'days')
                }
              />
            ) : null}
            <Button
              look="quiet"
              label={t('slipEdit.removeWhen')}
              onPress={() =>
                onChange(
                  when.filter((_, index) => index !== place),
                  'less',
                )
              }
            >
              <X size={20} aria-hidden="true" />
            </Button>
          </div>
          <Check isSelected={condition.not} onChange={(not) => put(place, { ...condition, not }, 'not')}>
            {t('slipEdit.not')}
          </Check>
          <p className="slip-soft">{conditionText(condition, words)}</p>
        </div>
      ))}
      {when.length < 4 ? (
        <Button look="quiet" onPress={() => onChange([...when, newCondition(first)], `more ${when.length}`)}>
          <Plus size={18} aria-hidden="true" />
          {t('slipEdit.addWhen')}
        </Button>
      ) : null}
    </fieldset>
  )
}
