import { useState } from 'react'
import { useWords } from '../../../app/words.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { SheetDialog } from '../sheet-popover.tsx'
import type { SheetColumn } from '../types.ts'

/** A tag for everybody who is ticked, or away from them. */
export const TagDialog = ({
  count,
  columns,
  onTag,
  onClose,
}: {
  readonly count: number
  readonly columns: readonly SheetColumn[]
  readonly onTag: (tag: string, put: boolean) => void
  readonly onClose: () => void
}) => {
  const { t } = useWords()
  const [tag, setTag] = useState('')
  const known = columns.find(({ name }) => name === 'tags')?.options ?? []
  const name = tag.trim()
  return (
    <SheetDialog title={t('sheet.tag.title', { n: count })} onClose={onClose}>
      <TextField
        label={t('sheet.tag.name')}
        placeholder={t('sheet.tag.example')}
        autoFocus
        maxLength={40}
        value={tag}
        onChange={setTag}
        onEnter={() => {
          if (name !== '') onTag(name, true)
        }}
      />
      {known.length === 0 ? null : (
        <div className="sheet-form-chips">
          {known.slice(0, 24).map(({ value }) => (
            <button
              key={value}
              type="button"
              className="sheet-chip-choice"
              aria-pressed={name === value}
              onClick={() => setTag(value)}
            >
              {value}
            </button>
          ))}
        </div>
      )}
      <div className="sheet-form-end">
        <Button isDisabled={name === ''} onPress={() => onTag(name, false)}>
          {t('sheet.tag.take')}
        </Button>
        <Button look="primary" isDisabled={name === ''} onPress={() => onTag(name, true)}>
          {t('sheet.tag.put')}
        </Button>
      </div>
    </SheetDialog>
  )
}
