import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'

/** A few words side by side, one of them chosen; its own words stay unseen. */
export const SmallChoice = <T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly text: string }[]
  readonly onChange: (value: T) => void
}) => (
  <ToggleButtonGroup
    className="small-choice"
    aria-label={label}
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[value]}
    onSelectionChange={(keys) => {
      const chosen = options.find((option) => keys.has(option.value))
      if (chosen !== undefined) onChange(chosen.value)
    }}
  >
    {options.map((option) => (
      <ToggleButton key={option.value} id={option.value} className="small-choice-option">
        {option.text}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
)
