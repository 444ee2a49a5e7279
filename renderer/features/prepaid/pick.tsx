import { Radio, RadioGroup } from 'react-aria-components'

/** One of a few, each with what is to be known of it; large enough for the counter. */
export const Pick = ({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: number
  readonly options: readonly { readonly id: number; readonly name: string; readonly note: string }[]
  readonly onChange: (id: number) => void
}) => (
  <RadioGroup
    className="prepaid-pick"
    value={String(value)}
    onChange={(next) => onChange(Number(next))}
    aria-label={label}
  >
    <div className="prepaid-options">
      {options.map((option) => (
        <Radio key={option.id} value={String(option.id)} className="prepaid-option">
          <strong>{option.name}</strong>
          <span>{option.note}</span>
        </Radio>
      ))}
    </div>
  </RadioGroup>
)
