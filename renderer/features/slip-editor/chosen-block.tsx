import type { ReactNode } from 'react'
import type { TemplateBlock } from '#shared/contract/slip-templates.ts'
import type { SlipKind } from '#shared/slips/kinds.ts'
import { useWords } from '../../app/words.ts'
import { BlockForm } from './block-form.tsx'
import { blockIcons } from './block-words.ts'
import { blockChanged, type Draft } from './draft.ts'
import { WhenForm } from './when-form.tsx'

/** What can be changed of the chosen block, and what is to be said of it. */
export const ChosenBlock = ({
  kind,
  draft,
  chosen,
  isFresh,
  onDraft,
  children,
}: {
  readonly kind: SlipKind
  readonly draft: Draft
  readonly chosen: number | null
  /** It was just put in: the cursor goes where it is written. */
  readonly isFresh: boolean
  readonly onDraft: (draft: Draft) => void
  readonly children: ReactNode
}) => {
  const { t } = useWords()
  const item = draft.items.find(({ id }) => id === chosen)
  if (item === undefined)
    return (
      <section className="slip-props" aria-label={t('slipEdit.props')}>
        <p className="slip-soft">{t('slipEdit.propsNone')}</p>
      </section>
    )
  const { block, id } = item
  const change = (next: TemplateBlock, field: string): void => onDraft(blockChanged(draft, id, next, field))
  const Icon = blockIcons[block.type]
  return (
    <section className="slip-props" aria-label={t('slipEdit.props')}>
      <h2>
        <Icon size={20} aria-hidden="true" />
        {t(`slipEdit.block.${block.type}`)}
      </h2>
      {children}
      <BlockForm key={id} block={block} kind={kind} isFresh={isFresh} onChange={change} />
      <WhenForm kind={kind} when={block.when} onChange={(when, field) => change({ ...block, when }, field)} />
    </section>
  )
}
