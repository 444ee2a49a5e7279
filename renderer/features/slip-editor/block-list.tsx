import { GripVertical, TriangleAlert } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { Button, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { blockIcons, summaryOf } from './block-words.ts'
import { blockMoved, blockRemoved, blocksDropped, type Draft, type Item } from './draft.ts'

const Row = ({
  item,
  leftOut,
  trouble,
}: {
  readonly item: Item
  readonly leftOut: boolean
  readonly trouble: boolean
}) => {
  const words = useWords()
  const { t } = words
  const Icon = blockIcons[item.block.type]
  const summary = summaryOf(item.block, words)
  return (
    <GridListItem id={item.id} textValue={summary} className={leftOut ? 'slip-block left-out' : 'slip-block'}>
      <Button slot="drag" className="slip-grip" aria-label={t('slipEdit.drag')}>
        <GripVertical size={20} aria-hidden="true" />
      </Button>
      <Icon size={18} aria-hidden="true" />
      <span className="slip-block-text">{summary}</span>
      {trouble ? <TriangleAlert size={18} className="slip-block-trouble" aria-hidden="true" /> : null}
      {leftOut ? (
        <Badge>{t('slipEdit.leftOut')}</Badge>
      ) : item.block.when.length > 0 ? (
        <Badge>{t('slipEdit.conditional')}</Badge>
      ) : null}
    </GridListItem>
  )
}

/** The blocks in the order of the paper: chosen, dragged, moved with Alt and arrows, taken out with Delete. */
export const BlockList = ({
  draft,
  chosen,
  leftOut,
  troubled,
  onChoose,
  onDraft,
  onMoved,
}: {
  readonly draft: Draft
  readonly chosen: number | null
  /** Places of blocks that the preview does not have. */
  readonly leftOut: ReadonlySet<number>
  readonly troubled: ReadonlySet<number>
  readonly onChoose: (id: number) => void
  readonly onDraft: (draft: Draft) => void
  readonly onMoved: (draft: Draft, id: number) => void
}) => {
  const { t } = useWords()
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (ids) => [...ids].map((id) => ({ 'text/plain': String(id) })),
    onReorder: ({ keys, target }) => {
      const ids = new Set([...keys].map(Number))
      const position = target.dropPosition === 'before' ? 'before' : 'after'
      const [first] = ids
      const next = blocksDropped(draft, ids, Number(target.key), position)
      if (first !== undefined) onMoved(next, first)
    },
  })
  const byKey = (event: KeyboardEvent): void => {
    if (chosen === null || event.nativeEvent.isComposing) return
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (event.altKey && by !== 0) onMoved(blockMoved(draft, chosen, by), chosen)
    else if (event.key === 'Delete') onDraft(blockRemoved(draft, chosen))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div role="presentation" className="slip-blocks-box" onKeyDownCapture={byKey}>
      <GridList
        className="slip-blocks"
        aria-label={t('slipEdit.blocks')}
        items={draft.items}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : [...keys]
          if (id !== undefined) onChoose(Number(id))
        }}
        dragAndDropHooks={dragAndDropHooks}
        dependencies={[leftOut, troubled]}
        renderEmptyState={() => <p className="slip-empty">{t('slipEdit.empty')}</p>}
      >
        {(item: Item) => {
          const place = draft.items.indexOf(item)
          return <Row item={item} leftOut={leftOut.has(place)} trouble={troubled.has(place)} />
        }}
      </GridList>
    </div>
  )
}
