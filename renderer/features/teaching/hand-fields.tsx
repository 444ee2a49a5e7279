import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { CallInput } from '#shared/contract/index.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import {
  differenceIn,
  emptyItem,
  fieldsIn,
  type HandForm,
  type HandItem,
  instantIn,
  numberIn,
} from './hand-form.ts'

/** Kind, date, total and items, begun with what was read. */
export const HandFields = ({
  first,
  busy,
  onSave,
}: {
  readonly first: HandForm
  readonly busy: boolean
  readonly onSave: (fields: CallInput<'teaching.correct'>['fields']) => void
}) => {
  const { t, won } = useWords()
  const [form, setForm] = useState(first)
  const change = (by: Partial<HandForm>): void => setForm((before) => ({ ...before, ...by }))
  const changeItem = (at: number, by: Partial<HandItem>): void =>
    change({ items: form.items.map((item, index) => (index === at ? { ...item, ...by } : item)) })
  const fields = fieldsIn(form)
  const difference = fields === null ? 0 : differenceIn(fields)
  return (
    <form
      className="teach-side"
      onSubmit={(event) => {
        event.preventDefault()
        if (fields !== null) onSave(fields)
      }}
    >
      <Choice
        label={t('teach.kind')}
        value={form.kind}
        options={[
          { value: 'sale', text: t('kind.sale') },
          { value: 'refund', text: t('kind.refund') },
        ]}
        onChange={(kind) => change({ kind })}
      />
      <TextField
        label={t('teach.role.date')}
        value={form.when}
        onChange={(when) => change({ when })}
        error={instantIn(form.when) === null ? t('hand.whenWrong') : null}
      />
      <TextField
        label={t('teach.role.total')}
        value={form.total}
        onChange={(total) => change({ total })}
        inputMode="numeric"
        error={form.total !== '' && numberIn(form.total) === null ? t('hand.numberWrong') : null}
      />
      {form.items.map((item, index) => (
        <div key={`item-${index}`} className="hand-item">
          <TextField
            label={t('teach.role.name')}
            value={item.name}
            onChange={(name) => changeItem(index, { name })}
            maxLength={100}
          />
          <TextField
            label={t('teach.role.quantity')}
            value={item.quantity}
            onChange={(quantity) => changeItem(index, { quantity })}
            inputMode="numeric"
          />
          <TextField
            label={t('teach.role.amount')}
            value={item.amount}
            onChange={(amount) => changeItem(index, { amount })}
            inputMode="numeric"
          />
          <Button
            look="quiet"
            label={`${item.name} ${t('common.remove')}`}
            onPress={() => change({ items: form.items.filter((_, at) => at !== index) })}
          >
            <X size={20} aria-hidden="true" />
          </Button>
        </div>
      ))}
      <Button look="quiet" onPress={() => change({ items: [...form.items, emptyItem] })}>
        <Plus size={20} aria-hidden="true" />
        {t('hand.addItem')}
      </Button>
      {difference > 0 ? <Notice>{t('hand.discount', { amount: won(difference) })}</Notice> : null}
      {difference < 0 ? <Notice tone="warn">{t('hand.missing', { amount: won(-difference) })}</Notice> : null}
      <Button look="primary" size="large" type="submit" isDisabled={fields === null || busy}>
        {t('hand.save')}
      </Button>
    </form>
  )
}
