import { ChevronDown } from 'lucide-react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useWords } from '../../../app/words.ts'
import '../../../ui/field.css'

export interface PickProps {
  readonly label: string
  readonly value: number | null
  readonly options: readonly { readonly id: number; readonly name: string }[]
  readonly onChange: (id: number | null) => void
}

/** One of many by name: type some letters or open the list. */
export const Pick = ({ label, value, options, onChange }: PickProps) => {
  const { t } = useWords()
  return (
    <ComboBox
      className="field pick"
      defaultItems={options}
      {...(value === null ? {} : { defaultSelectedKey: value })}
      onSelectionChange={(key) => onChange(typeof key === 'number' ? key : null)}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <Label className="field-label">{label}</Label>
      <div className="pick-box">
        <Input className="field-input" placeholder={options.length === 0 ? t('segments.field.none') : ''} />
        <Button className="pick-button">
          <ChevronDown size={20} aria-hidden="true" />
        </Button>
      </div>
      <Popover>
        <ListBox
          className="select-list"
          renderEmptyState={() => <p className="pick-none">{t('segments.field.none')}</p>}
        >
          {(option: PickProps['options'][number]) => (
            <ListBoxItem id={option.id} textValue={option.name} className="select-option">
              {option.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
