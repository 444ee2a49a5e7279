import { ArrowDown, ArrowUp, Redo2, Trash2, Undo2 } from 'lucide-react'
import type { TemplateBlock } from '#shared/contract/slip-templates.ts'
import type { SlipKind } from '#shared/slips/kinds.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { AddMenu } from './add-menu.tsx'
import { blockAdded, blockMoved, blockRemoved, type Draft, redone, undone } from './draft.ts'

/** What can be done with the list, for fingers and for keys alike. */
export const ListTools = ({
  kind,
  draft,
  chosen,
  onDraft,
  onChoose,
  onAdded,
  onMoved,
}: {
  readonly kind: SlipKind
  readonly draft: Draft
  readonly chosen: number | null
  readonly onDraft: (draft: Draft) => void
  readonly onChoose: (id: number | null) => void
  readonly onAdded: (id: number) => void
  readonly onMoved: (draft: Draft, id: number) => void
}) => {
  const { t } = useWords()
  const place = draft.items.findIndex(({ id }) => id === chosen)
  const add = (block: TemplateBlock): void => {
    const added = blockAdded(draft, chosen, block)
    onDraft(added.draft)
    onAdded(added.id)
  }
  const move = (by: number) => (): void => {
    if (chosen !== null) onMoved(blockMoved(draft, chosen, by), chosen)
  }
  const remove = (): void => {
    if (chosen === null) return
    onDraft(blockRemoved(draft, chosen))
    onChoose(draft.items[place + 1]?.id ?? draft.items[place - 1]?.id ?? null)
  }
  return (
    <div className="slip-tools" role="toolbar" aria-label={t('slipEdit.blocks')}>
      <AddMenu kind={kind} onAdd={add} />
      <Button look="quiet" label={t('slipEdit.up')} isDisabled={place < 1} onPress={move(-1)}>
        <ArrowUp size={20} aria-hidden="true" />
      </Button>
      <Button
        look="quiet"
        label={t('slipEdit.down')}
        isDisabled={place < 0 || place === draft.items.length - 1}
        onPress={move(1)}
      >
        <ArrowDown size={20} aria-hidden="true" />
      </Button>
      <Button look="quiet" label={t('slipEdit.remove')} isDisabled={place < 0} onPress={remove}>
        <Trash2 size={20} aria-hidden="true" />
      </Button>
      <span className="slip-tools-gap" />
      <Button
        look="quiet"
        label={t('slipEdit.undo')}
        isDisabled={draft.past.length === 0}
        onPress={() => onDraft(undone(draft))}
      >
        <Undo2 size={20} aria-hidden="true" />
      </Button>
      <Button
        look="quiet"
        label={t('slipEdit.redo')}
        isDisabled={draft.future.length === 0}
        onPress={() => onDraft(redone(draft))}
      >
        <Redo2 size={20} aria-hidden="true" />
      </Button>
    </div>
  )
}
