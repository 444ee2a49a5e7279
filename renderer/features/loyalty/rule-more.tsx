import { useWords } from '../../app/words.ts'
import { Check } from '../../ui/check.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { NumberField } from '../rewards/number-field.tsx'
import { bonusKinds, type RuleDraft } from './rule-draft.ts'
import { type Choices, methodWord } from './rule-words.ts'

/** What few shops need: folded away, and written in the same terms. */
export const RuleMore = ({
  draft,
  choices,
  onChange,
}: {
  readonly draft: RuleDraft
  readonly choices: Choices
  readonly onChange: (part: Partial<RuleDraft>) => void
}) => {
  const words = useWords()
  const { t } = words
  const same = t('newRule.sameRate')
  const figure = (label: string, value: string, set: (text: string) => void) => (
    <TextField
      key={label}
      label={label}
      value={value}
      onChange={(text) => set(text.replace(/[^\d.]/g, '').slice(0, 6))}
      inputMode="numeric"
      placeholder={same}
    />
  )
  return (
    <details className="rule-more">
      <summary>{t('newRule.more')}</summary>
      {choices.tiers.length === 0 ? null : (
        <fieldset className="rule-set">
          <legend>{t('newRule.tiers')}</legend>
          {choices.tiers.map(({ id, name }) =>
            figure(name, draft.tiers[id] ?? '', (text) =>
              onChange({ tiers: { ...draft.tiers, [id]: text } }),
            ),
          )}
        </fieldset>
      )}
      <fieldset className="rule-set">
        <legend>{t('newRule.methods')}</legend>
        {choices.methods.map((method) =>
          figure(methodWord(words, method), draft.methods[method] ?? '', (text) =>
            onChange({ methods: { ...draft.methods, [method]: text } }),
          ),
        )}
      </fieldset>
      <TextField
        label={t('newRule.excluded')}
        value={draft.excluded}
        onChange={(excluded) => onChange({ excluded })}
        note={t('newRule.excludedNote')}
        maxLength={2_000}
      />
      {choices.categories.length === 0 ? null : (
        <fieldset className="rule-set">
          <legend>{t('newRule.categories')}</legend>
          {choices.categories.map(({ id, name }) => (
            <Check
              key={id}
              isSelected={draft.categories.includes(id)}
              onChange={(on) =>
                onChange({
                  categories: on
                    ? [...draft.categories, id]
                    : draft.categories.filter((category) => category !== id),
                })
              }
            >
              {name}
            </Check>
          ))}
        </fieldset>
      )}
      <fieldset className="rule-set">
        <legend>{t('newRule.bonuses')}</legend>
        {bonusKinds.map((kind) => (
          <NumberField
            key={kind}
            label={t(`bonus.${kind}`)}
            value={draft.bonuses[kind]}
            onChange={(points) => onChange({ bonuses: { ...draft.bonuses, [kind]: points } })}
          />
        ))}
        <NumberField
          label={t('newRule.birthdayDays')}
          value={draft.birthdayDays}
          onChange={(birthdayDays) => onChange({ birthdayDays })}
        />
        <p className="reward-soft rule-set-note">{t('newRule.bonusNote')}</p>
      </fieldset>
    </details>
  )
}
