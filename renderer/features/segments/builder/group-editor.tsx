import { Plus, X } from 'lucide-react'
import { ToggleButton } from 'react-aria-components'
import { useWords } from '../../../app/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { conditionFault } from './condition-fault.ts'
import { ConditionFields } from './condition-fields.tsx'
import { fieldsForKind } from './fields.ts'
import { KindField } from './kind-field.tsx'
import { type GroupDraft, type ItemDraft, isGroup, newCondition, newGroup } from './rule-draft.ts'

/** As many as a rule takes side by side. */
const mostItems = 20

/** Conditions that hold all together, or one of which is enough; a bracket is a group within the group. */
export const GroupEditor = ({
  group,
  onChange,
  inner = false,
}: {
  readonly group: GroupDraft
  readonly onChange: (group: GroupDraft) => void
  readonly inner?: boolean
}) => {
  const { t } = useWords()
  const { join, items } = group
  const isFull = items.length >= mostItems
  const put = (next: readonly ItemDraft[]): void => onChange({ ...group, items: next })
  return (
    <div className={inner ? 'rule-group inner' : 'rule-group'}>
      <Choice
        label={t('segments.build.join')}
        value={join}
        options={(['all', 'any'] as const).map((value) => ({ value, text: t(`segments.build.${value}`) }))}
        onChange={(value) => onChange({ ...group, join: value })}
      />
      {items.length === 0 ? <p className="segments-none">{t('segments.build.empty')}</p> : null}
      <ul className="rule-items">
        {items.map((item) => (
          <Item
            key={item.key}
            item={item}
            onChange={(next) => put(items.map((one) => (one.key === item.key ? next : one)))}
            onRemove={() => put(items.filter((one) => one.key !== item.key))}
          />
        ))}
      </ul>
      <div className="rule-add">
        <Button isDisabled={isFull} onPress={() => put([...items, newCondition()])}>
          <Plus size={20} aria-hidden="true" />
          {t('segments.build.add')}
        </Button>
        {inner ? null : (
          <Button look="quiet" isDisabled={isFull} onPress={() => put([...items, newGroup()])}>
            <Plus size={20} aria-hidden="true" />
            {t('segments.build.addGroup')}
          </Button>
        )}
      </div>
      {isFull ? <p className="segments-none">{t('segments.build.full', { n: mostItems })}</p> : null}
    </div>
  )
}

const Item = ({
  item,
  onChange,
  onRemove,
}: {
  readonly item: ItemDraft
  readonly onChange: (item: ItemDraft) => void
  readonly onRemove: () => void
}) => {
  const { t } = useWords()
  const { one, not } = item
  const fault = isGroup(one) ? null : conditionFault(one.kind, one.fields)
  return (
    <li className={not ? 'rule-item not' : 'rule-item'}>
      <div className="rule-head">
        {isGroup(one) ? (
          <span className="rule-bracket">{t('segments.build.bracket')}</span>
        ) : (
          <KindField
            kind={one.kind}
            onChange={(kind) => onChange({ ...item, one: { kind, fields: fieldsForKind(kind, one.fields) } })}
          />
        )}
        <ToggleButton
          className="tick not-toggle"
          isSelected={not}
          onChange={(selected) => onChange({ ...item, not: selected })}
        >
          {t('segments.build.not')}
        </ToggleButton>
        <Button look="quiet" label={t('segments.build.remove')} onPress={onRemove}>
          <X size={20} aria-hidden="true" />
        </Button>
      </div>
      {isGroup(one) ? (
        <GroupEditor inner group={one} onChange={(group) => onChange({ ...item, one: group })} />
      ) : (
        <div className="rule-fields">
          <ConditionFields
            key={one.kind}
            kind={one.kind}
            fields={one.fields}
            onChange={(fields) => onChange({ ...item, one: { kind: one.kind, fields } })}
          />
        </div>
      )}
      {fault === null ? null : (
        <p className={`rule-fault ${fault.look}`} role="status">
          {t(fault.words)}
        </p>
      )}
    </li>
  )
}
