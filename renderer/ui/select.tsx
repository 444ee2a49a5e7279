import { ChevronDown } from 'lucide-react'
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components'
import './field.css'

export interface SelectProps<T extends string> {
  readonly label: string
  readonly value: T | null
  readonly options: readonly { readonly value: T; readonly text: string }[]
  readonly onChange: (value: T) => void
  readonly placeholder?: string
}

/** One of many. */
export const Select = <T extends string>({
  label,
  value,
  options,
  onChange,
  placeholder,
}: SelectProps<T>) => (
  <AriaSelect
    className="field"
    value={value}
    placeholder={placeholder ?? ''}
    onChange={(key) => {
      const chosen = options.find((option) => option.value === key)
      if (chosen !== undefined) onChange(chosen.value)
    }}
  >
    <Label className="field-label">{label}</Label>
    <Button className="select-button">
      <SelectValue />
      <ChevronDown size={20} aria-hidden="true" />
    </Button>
    <Popover>
      <ListBox className="select-list">
        {options.map((option) => (
          <ListBoxItem key={option.value} id={option.value} textValue={option.text} className="select-option">
            {option.text}
          </ListBoxItem>
        ))}
      </ListBox>
    </Popover>
  </AriaSelect>
)
