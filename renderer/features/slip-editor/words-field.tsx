import { type ReactNode, useEffect, useRef } from 'react'
import { Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import type { SlipKind } from '#shared/slips/kinds.ts'
import { FieldMenu } from './field-menu.tsx'
import '../../ui/field.css'

/** What is printed, with the fields that can stand in it. `lines` for more than one. */
export const WordsField = ({
  label,
  value,
  kind,
  maxLength,
  lines = false,
  autoFocus = false,
  note,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly kind: SlipKind
  readonly maxLength: number
  readonly lines?: boolean
  readonly autoFocus?: boolean
  readonly note?: ReactNode
  readonly onChange: (value: string) => void
}) => {
  const area = useRef<HTMLTextAreaElement>(null)
  const line = useRef<HTMLInputElement>(null)
  // Of a new block the words that stand there are only to be written over.
  useEffect(() => {
    if (autoFocus) (area.current ?? line.current)?.select()
  }, [autoFocus])
  const insert = (written: string): void => {
    const field = lines ? area.current : line.current
    const from = field?.selectionStart ?? value.length
    const to = field?.selectionEnd ?? from
    const next = value.slice(0, from) + written + value.slice(to)
    if (next.length > maxLength) return
    onChange(next)
    // After the window has taken the new value, the cursor goes behind what was put in.
    requestAnimationFrame(() => {
      field?.focus()
      field?.setSelectionRange(from + written.length, from + written.length)
    })
  }
  return (
    <TextField
      className="field slip-words"
      value={value}
      maxLength={maxLength}
      autoComplete="off"
      spellCheck="false"
      onChange={onChange}
    >
      <div className="slip-words-head">
        <Label className="field-label">{label}</Label>
        <FieldMenu kind={kind} onInsert={insert} />
      </div>
      {lines ? (
        <TextArea ref={area} className="field-input" rows={3} />
      ) : (
        <Input ref={line} className="field-input" />
      )}
      {note === undefined ? null : (
        <Text slot="description" className="field-note">
          {note}
        </Text>
      )}
    </TextField>
  )
}
