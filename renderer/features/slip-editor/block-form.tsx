import type { TemplateBlock } from '#shared/contract/slip-templates.ts'
import { listsFor } from '#shared/slips/fields.ts'
import type { SlipKind } from '#shared/slips/kinds.ts'
import { useWords } from '../../app/words.ts'
import { Check } from '../../ui/check.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Select } from '../../ui/select.tsx'
import { LogoForm } from './logo-form.tsx'
import { TextForm } from './text-form.tsx'
import { WordsField } from './words-field.tsx'

const looks = ['thin', 'double', 'dashed'] as const
const spaces = ['1', '2', '3', '4', '5', '6'] as const
const aligns = ['left', 'center'] as const

export interface BlockFormProps {
  readonly block: TemplateBlock
  readonly kind: SlipKind
  readonly isFresh: boolean
  /** @param field names what is typed into, so that letters are undone together. */
  readonly onChange: (block: TemplateBlock, field: string) => void
}

/** What can be changed of a block, by its type. */
export const BlockForm = ({ block, kind, isFresh, onChange }: BlockFormProps) => {
  const { t } = useWords()
  switch (block.type) {
    case 'text':
      return <TextForm block={block} kind={kind} isFresh={isFresh} onChange={onChange} />
    case 'columns':
      return (
        <>
          {(['left', 'right'] as const).map((side) => (
            <WordsField
              key={side}
              label={t(`slipEdit.${side}`)}
              value={block[side]}
              kind={kind}
              maxLength={120}
              autoFocus={isFresh && side === 'left'}
              onChange={(text) => onChange({ ...block, [side]: text }, side)}
            />
          ))}
          <Check isSelected={block.bold} onChange={(bold) => onChange({ ...block, bold }, 'bold')}>
            {t('slipEdit.bold')}
          </Check>
        </>
      )
    case 'list':
      return (
        <>
          <Select
            label={t('slipEdit.listOf')}
            value={block.of}
            options={listsFor(kind).map((value) => ({ value, text: t(`slipEdit.list.${value}`) }))}
            onChange={(of) => onChange({ ...block, of }, 'of')}
          />
          <Choice
            label={t('slipEdit.align')}
            value={block.align}
            options={aligns.map((value) => ({ value, text: t(`slipEdit.align.${value}`) }))}
            onChange={(align) => onChange({ ...block, align }, 'align')}
          />
        </>
      )
    case 'line':
      return (
        <Choice
          label={t('slipEdit.look')}
          value={block.look}
          options={looks.map((value) => ({ value, text: t(`slipEdit.line.${value}`) }))}
          onChange={(look) => onChange({ ...block, look }, 'look')}
        />
      )
    case 'space':
      return (
        <Choice
          label={t('slipEdit.lines')}
          value={spaces.find((value) => Number(value) === block.lines) ?? '1'}
          options={spaces.map((value) => ({ value, text: value }))}
          onChange={(lines) => onChange({ ...block, lines: Number(lines) }, 'lines')}
        />
      )
    case 'logo':
      return <LogoForm block={block} onChange={onChange} />
    case 'qr':
      return (
        <WordsField
          label={t('slipEdit.qrContent')}
          value={block.content}
          kind={kind}
          maxLength={200}
          autoFocus={isFresh}
          note={t('slipEdit.qrNote')}
          onChange={(content) => onChange({ ...block, content }, 'content')}
        />
      )
    case 'bars':
      return (
        <WordsField
          label={t('slipEdit.barsContent')}
          value={block.content}
          kind={kind}
          maxLength={60}
          autoFocus={isFresh}
          note={t('slipEdit.qrNote')}
          onChange={(content) => onChange({ ...block, content }, 'content')}
        />
      )
    default:
      return (
        <p className="slip-soft">{t(block.type === 'cut' ? 'slipEdit.cutNote' : 'slipEdit.stampsNote')}</p>
      )
  }
}
