import { useId } from 'react'
import type { BusinessDate } from '#shared/dates.ts'

/** The browser's own date field: it knows the keyboard, the calendar and the language of the system. */
export const DateField = ({
  label,
  value,
  min,
  max,
  onChange,
}: {
  readonly label: string
  readonly value: BusinessDate
  readonly min?: BusinessDate
  readonly max?: BusinessDate
  readonly onChange: (value: BusinessDate) => void
}) => {
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        className="field-input date-input"
        value={value}
        min={min}
        max={max}
        required
        onChange={({ target }) => {
          if (/^\d{4}-\d{2}-\d{2}$/.test(target.value)) onChange(target.value)
        }}
      />
    </div>
  )
}
