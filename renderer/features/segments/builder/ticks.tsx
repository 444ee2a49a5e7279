import { Label, ToggleButton, ToggleButtonGroup } from 'react-aria-components'

/** Several of a few, side by side; at least one stays chosen. */
export const Ticks = <T extends string>({
  label,
  options,
  chosen,
  onChange,
}: {
  readonly label: string
  readonly options: readonly { readonly value: T; readonly text: string }[]
  readonly chosen: readonly T[]
  readonly onChange: (chosen: T[]) => void
}) => (
  <div className="field ticks">
    <Label className="field-label" elementType="span">
      {label}
    </Label>
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="multiple"
      disallowEmptySelection
      className="ticks-row"
      selectedKeys={chosen}
      onSelectionChange={(keys) =>
        onChange(options.map(({ value }) => value).filter((value) => keys.has(value)))
      }
    >
      {options.map(({ value, text }) => (
        <ToggleButton key={value} id={value} className="tick">
          {text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  </div>
)
