import { Label, Radio, RadioGroup } from 'react-aria-components'
import './field.css'

export interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly text: string }[]
  readonly onChange: (value: T) => void
}

/** A few possibilities side by side, all of them in sight. */
export const Choice = <T extends string>({ label, value, options, onChange }: ChoiceProps<T>) => (
  <RadioGroup
    className="choice"
    value={value}
    onChange={(next) => {
      const chosen = options.find((option) => option.value === next)
      if (chosen !== undefined) onChange(chosen.value)
    }}
    orientation="horizontal"
  >
    <Label className="field-label">{label}</Label>
    <div className="choice-row">
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className="choice-option">
          {option.text}
        </Radio>
      ))}
    </div>
  </RadioGroup>
)
