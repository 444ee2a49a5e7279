import { Braces } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { fieldsFor, written } from '#shared/slips/fields.ts'
import type { SlipKind } from '#shared/slips/kinds.ts'
import { useWords } from '../../app/words.ts'

/** What is filled in when the slip is printed, to be put where the cursor is. */
export const FieldMenu = ({
  kind,
  onInsert,
}: {
  readonly kind: SlipKind
  readonly onInsert: (written: string) => void
}) => {
  const { t } = useWords()
  return (
    <MenuTrigger>
      <Button className="button quiet normal slip-insert">
        <Braces size={18} aria-hidden="true" />
        {t('slipEdit.insert')}
      </Button>
      <Popover placement="bottom end">
        <Menu className="select-list slip-menu">
          {fieldsFor(kind).map((field) => (
            <MenuItem
              key={field}
              id={field}
              className="select-option"
              onAction={() => onInsert(written(field))}
            >
              {t(`slipField.${field}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
