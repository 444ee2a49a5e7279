import { useId } from 'react'

/** A day, or none: the browser's own field knows the keyboard and the calendar. */
export const DateField = ({
  label,
  value,
  min,
  max = '2199-12-31',
  error = null,
  onChange,
}: {
  readonly label: string
  /** `YYYY-MM-DD`, or '' for none. */
  readonly value: string
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly error?: string | null
  readonly onChange: (value: string) => void
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
        className="field-input"
        value={value}
        min={min}
        max={max}
        aria-invalid={error !== null}
        onChange={({ target }) => onChange(target.value)}
      />
      {error === null ? null : (
        <span className="field-error" role="alert">
          {error}
        </span>
      )}
    </div>
  )
}
