import { Plus } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { BlockType, TemplateBlock } from '#shared/contract/slip-templates.ts'
import type { SlipKind } from '#shared/slips/kinds.ts'
import { useWords } from '../../app/words.ts'
import { blockIcons, newBlock } from './block-words.ts'

const types = Object.keys(blockIcons) as readonly BlockType[]

/** Everything that can stand on that kind of slip. */
export const AddMenu = ({
  kind,
  onAdd,
}: {
  readonly kind: SlipKind
  readonly onAdd: (block: TemplateBlock) => void
}) => {
  const { t } = useWords()
  const blocks = types.flatMap((type) => newBlock(type, kind, t) ?? [])
  return (
    <MenuTrigger>
      <Button className="button plain normal">
        <Plus size={20} aria-hidden="true" />
        {t('slipEdit.add')}
      </Button>
      <Popover placement="bottom start">
        <Menu className="select-list slip-menu">
          {blocks.map((block) => {
            const Icon = blockIcons[block.type]
            return (
              <MenuItem
                key={block.type}
                id={block.type}
                className="select-option"
                onAction={() => onAdd(block)}
              >
                <Icon size={18} aria-hidden="true" />
                {t(`slipEdit.block.${block.type}`)}
              </MenuItem>
            )
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
