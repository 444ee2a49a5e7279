import { useState } from 'react'
import { formatNumber } from '#shared/won.ts'
import { TextField } from '../../ui/text-field.tsx'

export interface NumberFieldProps {
  readonly label: string
  /** Null: nothing that is a number stands there. */
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  /** Half a rhythm is one; half a visit is none. */
  readonly fractions?: boolean
  readonly error?: string | null
  readonly className?: string
}

/** The number that a text is; null where it is none. */
export const parsedNumber = (text: string, fractions: boolean): number | null => {
  // An input method for Hangul may write full-width figures and commas.
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '')
  return (fractions ? /^\d{1,12}(\.\d{1,3})?$/ : /^\d{1,12}$/).test(plain) ? Number(plain) : null
}

/** A number as it is being typed; commas and full-width figures are let pass. */
export const NumberField = ({
  label,
  value,
  onChange,
  fractions = false,
  error = null,
  className = '',
}: NumberFieldProps) => {
  const [text, setText] = useState(value === null ? '' : formatNumber(value))
  // What came from elsewhere is shown; what is being typed is left as it is.
  const shown = parsedNumber(text, fractions) === value ? text : value === null ? text : formatNumber(value)
  return (
    <TextField
      label={label}
      value={shown}
      inputMode="numeric"
      maxLength={15}
      className={`number-field ${className}`}
      error={error}
      onChange={(next) => {
        setText(next)
        onChange(parsedNumber(next, fractions))
      }}
    />
  )
}
