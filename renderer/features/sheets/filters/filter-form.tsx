import { type FormEvent, useState } from 'react'
import type { SheetCondition } from '#shared/contract/sheet-filter.ts'
import { useWords } from '../../../app/words.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { CellLook } from '../cell-look.ts'
import { addsUp, type SheetColumn } from '../types.ts'
import { conditionOf, draftOf, type FilterDraft } from './filter-draft.ts'

export interface FilterFormProps {
  readonly column: SheetColumn
  readonly condition: SheetCondition | null
  readonly look: CellLook
  readonly onDone: (condition: SheetCondition | null) => void
}

const spans = [
  ['today', 1, 'day'],
  ['7', 7, 'day'],
  ['30', 30, 'day'],
  ['90', 90, 'day'],
  ['year', 1, 'year'],
] as const

type Part = Omit<FilterFormProps, 'onDone' | 'condition'> & {
  readonly draft: FilterDraft
  readonly change: (part: Partial<FilterDraft>) => void
}

const Range = ({ draft, change }: Part) => {
  const { t } = useWords()
  return (
    <div className="sheet-form-row">
      <TextField
        label={t('sheet.form.least')}
        inputMode="numeric"
        autoFocus
        value={draft.from}
        onChange={(from) => change({ from })}
      />
      <TextField
        label={t('sheet.form.most')}
        inputMode="numeric"
        value={draft.to}
        onChange={(to) => change({ to })}
      />
    </div>
  )
}

const Days = ({ draft, change }: Part) => {
  const { t } = useWords()
  return (
    <>
      <div className="sheet-form-chips">
        {spans.map(([name, count, unit]) => (
          <button
            key={name}
            type="button"
            className="sheet-chip-choice"
            aria-pressed={draft.span === `${count} ${unit}` && draft.within}
            onClick={() => change({ span: `${count} ${unit}`, within: true, from: '', to: '' })}
          >
            {t(`sheet.form.span.${name}`)}
          </button>
        ))}
      </div>
      <div className="sheet-form-row">
        <TextField
          label={t('sheet.form.longer')}
          inputMode="numeric"
          value={draft.within ? '' : draft.span.replace(/ day$/, '')}
          onChange={(days) => change({ span: days === '' ? '' : `${days} day`, within: days === '' })}
        />
      </div>
      <div className="sheet-form-row">
        {(['from', 'to'] as const).map((end) => (
          <TextField
            key={end}
            label={t(`sheet.form.${end}`)}
            placeholder="2026-01-31"
            inputMode="numeric"
            value={draft[end]}
            onChange={(day) => change({ [end]: day, span: '', within: true })}
          />
        ))}
      </div>
    </>
  )
}

const Values = ({ column, look, draft, change }: Part) => {
  const { t } = useWords()
  const options =
    column.kind === 'bool'
      ? [
          { value: '1', text: t('sheet.yes') },
          { value: '0', text: t('sheet.no') },
        ]
      : (column.options ?? []).map(({ value }) => ({ value, text: look.option(column, value) }))
  if (options.length === 0) return <p className="sheet-form-none">{t('sheet.form.noValues')}</p>
  return (
    <>
      <div className="sheet-form-values">
        {options.map(({ value, text }) => (
          <label key={value} className="sheet-value">
            <input
              type="checkbox"
              checked={draft.values.includes(value)}
              onChange={(event) =>
                change({
                  values: event.target.checked
                    ? [...draft.values, value]
                    : draft.values.filter((one) => one !== value),
                })
              }
            />
            {text}
          </label>
        ))}
      </div>
      <label className="sheet-value">
        <input
          type="checkbox"
          checked={draft.not}
          onChange={(event) => change({ not: event.target.checked })}
        />
        {t('sheet.form.not')}
      </label>
    </>
  )
}

const Body = (part: Part) => {
  const { t } = useWords()
  const { kind } = part.column
  if (addsUp(kind)) return <Range {...part} />
  if (kind === 'date' || kind === 'moment') return <Days {...part} />
  if (kind === 'choice' || kind === 'bool' || kind === 'tags') return <Values {...part} />
  return (
    <TextField
      label={t('sheet.form.contains')}
      autoFocus
      maxLength={60}
      note={part.column.name === 'name' ? t('sheet.form.initials') : undefined}
      value={part.draft.text}
      onChange={(text) => part.change({ text })}
    />
  )
}

/** One column's condition, by the kind of what stands in it. */
export const FilterForm = ({ column, condition, look, onDone }: FilterFormProps) => {
  const { t } = useWords()
  const [draft, setDraft] = useState(() => draftOf(condition))
  const change = (part: Partial<FilterDraft>): void =>
    setDraft((before) => ({ ...before, ...part, filled: part.filled ?? null }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onDone(conditionOf(column, draft))
  }
  return (
    <form className="sheet-form" onSubmit={submit}>
      <Body column={column} look={look} draft={draft} change={change} />
      {column.kind === 'bool' || addsUp(column.kind) ? null : (
        <div className="sheet-form-chips">
          {([true, false] as const).map((filled) => (
            <button
              key={String(filled)}
              type="button"
              className="sheet-chip-choice"
              aria-pressed={draft.filled === filled}
              onClick={() => change({ filled: draft.filled === filled ? null : filled })}
            >
              {t(filled ? 'sheet.form.filled' : 'sheet.form.empty')}
            </button>
          ))}
        </div>
      )}
      <div className="sheet-form-end">
        {condition === null ? null : (
          <Button look="quiet" onPress={() => onDone(null)}>
            {t('sheet.form.remove')}
          </Button>
        )}
        <Button look="primary" type="submit" isDisabled={conditionOf(column, draft) === null}>
          {t('sheet.form.apply')}
        </Button>
      </div>
    </form>
  )
}
