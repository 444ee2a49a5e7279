import { Printer, RotateCcw } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { SlipColumns } from '#shared/contract/devices.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { SlipKind } from '#shared/slips/kinds.ts'
import { failureOf } from '../../api/failure.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { useToasts } from '../../ui/toast.tsx'
import type { PickedCustomer } from '../customers/customer-picker.tsx'
import { Automatic } from './automatic.tsx'
import { BlockList } from './block-list.tsx'
import { ChosenBlock } from './chosen-block.tsx'
import { type Draft, redone, replaced, undone } from './draft.ts'
import { ListTools } from './list-tools.tsx'
import { Preview } from './preview.tsx'
import { Troubles } from './troubles.tsx'
import { useEditor } from './use-editor.ts'

export interface KindEditorProps {
  readonly kind: SlipKind
  readonly template: CallOutput<'slipTemplates.get'>
  readonly draft: Draft
  readonly columns: SlipColumns
  readonly customer: PickedCustomer | null
  readonly onDraft: (draft: Draft) => void
  readonly onColumns: (columns: SlipColumns) => void
  readonly onCustomer: (customer: PickedCustomer | null) => void
}

/** The blocks of one template, what can be changed of the chosen one, and the slip beside it. */
export const KindEditor = ({
  kind,
  template,
  draft,
  columns,
  customer,
  onDraft,
  onColumns,
  onCustomer,
}: KindEditorProps) => {
  const { t } = useWords()
  const { show } = useToasts()
  const [chosen, setChosen] = useState<number | null>(draft.items[0]?.id ?? null)
  const [fresh, setFresh] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const editor = useEditor(kind, template, draft, columns, customer?.id ?? null)
  const shown = draft.items.length === 0 ? undefined : editor.preview.data
  // Rows are drawn anew only when what is said of them has changed.
  const leftOut = useMemo(() => new Set(shown?.leftOut), [shown?.leftOut])
  const troubled = useMemo(
    () => new Set(shown?.troubles.flatMap(({ block }) => block ?? [])),
    [shown?.troubles],
  )
  const place = draft.items.findIndex(({ id }) => id === chosen)
  const canSave = editor.isChanged && draft.items.length > 0 && !editor.save.isPending
  const back = (): void => onDraft(undone(draft))
  const forth = (): void => onDraft(redone(draft))
  const moved = (next: Draft, id: number): void => {
    onDraft(next)
    setChosen(id)
    setSaid(t('slipEdit.moved', { n: next.items.findIndex((item) => item.id === id) + 1 }))
  }
  useKeys({
    'Ctrl+z': back,
    'Ctrl+y': forth,
    'Ctrl+Z': forth,
    'Ctrl+s': () => {
      if (canSave) editor.save.mutate()
    },
  })
  const state = editor.isChanged
    ? t('slipEdit.unsaved')
    : t(editor.isReadyMade ? 'slipEdit.asReadyMade' : 'slipEdit.asSaved')
  return (
    <div className="slip-editor">
      <div className="slip-bar">
        <span className={editor.isChanged ? 'slip-state changed' : 'slip-state'} role="status">
          {state}
        </span>
        <Button
          look="quiet"
          isDisabled={editor.isReadyMade}
          onPress={() => {
            onDraft(replaced(draft, template.readyMade))
            setChosen(null)
            show({ text: t('slipEdit.wasReset'), undo: () => onDraft(draft) })
          }}
        >
          <RotateCcw size={18} aria-hidden="true" />
          {t('slipEdit.reset')}
        </Button>
        <Button
          isDisabled={draft.items.length === 0 || editor.test.isPending}
          onPress={() => editor.test.mutate()}
        >
          <Printer size={20} aria-hidden="true" />
          {t('slipEdit.test')}
        </Button>
        <Button look="primary" isDisabled={!canSave} onPress={() => editor.save.mutate()}>
          {t('slipEdit.save')}
        </Button>
      </div>
      <div className="slip-said">
        <Automatic kind={kind} />
        <Troubles troubles={shown?.troubles ?? []} block={null} />
        {editor.preview.error === null ? null : <FailureNotice failure={failureOf(editor.preview.error)} />}
      </div>
      <div className="slip-work">
        <ListTools
          kind={kind}
          draft={draft}
          chosen={chosen}
          onDraft={onDraft}
          onChoose={setChosen}
          onAdded={(id) => {
            setChosen(id)
            setFresh(id)
          }}
          onMoved={moved}
        />
        <BlockList
          draft={draft}
          chosen={chosen}
          leftOut={leftOut}
          troubled={troubled}
          onChoose={setChosen}
          onDraft={onDraft}
          onMoved={moved}
        />
        <p className="slip-soft">{t('slipEdit.blocksHint')}</p>
        <p role="status" className="hidden-text">
          {said}
        </p>
      </div>
      <ChosenBlock kind={kind} draft={draft} chosen={chosen} isFresh={chosen === fresh} onDraft={onDraft}>
        <Troubles troubles={shown?.troubles ?? []} block={place < 0 ? -1 : place} />
      </ChosenBlock>
      <Preview
        kind={kind}
        shown={shown}
        part={place < 1 ? 0 : place / (draft.items.length - 1)}
        columns={columns}
        customer={customer}
        onColumns={onColumns}
        onCustomer={onCustomer}
      />
    </div>
  )
}
