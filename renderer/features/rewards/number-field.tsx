import { TextField } from '../../ui/text-field.tsx'

/** Whole numbers: anything but digits is left out as it is typed, thousands are separated. */
export const NumberField = ({
  label,
  value,
  onChange,
  error = null,
  note,
}: {
  readonly label: string
  /** Digits, or '' for none. */
  readonly value: string
  readonly onChange: (digits: string) => void
  readonly error?: string | null
  readonly note?: string
}) => (
  <TextField
    label={label}
    value={value.replace(/\B(?=(\d{3})+$)/g, ',')}
    onChange={(text) =>
      onChange(
        text
          .replace(/\D/g, '')
          .replace(/^0+(?=\d)/, '')
          .slice(0, 9),
      )
    }
    inputMode="numeric"
    error={error}
    {...(note === undefined ? {} : { note })}
  />
)
