import type { BlockOf } from '#shared/contract/slip-templates.ts'
import type { SlipKind } from '#shared/slips/kinds.ts'
import { useWords } from '../../app/words.ts'
import { Check } from '../../ui/check.tsx'
import { Choice } from '../../ui/choice.tsx'
import { WordsField } from './words-field.tsx'

const sizes = ['normal', 'tall', 'large', 'huge'] as const
const aligns = ['left', 'center'] as const
/** As many lines as the contract takes. */
const mostLines = 12

export const TextForm = ({
  block,
  kind,
  isFresh,
  onChange,
}: {
  readonly block: BlockOf<'text'>
  readonly kind: SlipKind
  readonly isFresh: boolean
  readonly onChange: (block: BlockOf<'text'>, field: string) => void
}) => {
  const { t } = useWords()
  return (
    <>
      <WordsField
        label={t('slipEdit.text')}
        value={block.text}
        kind={kind}
        maxLength={400}
        lines
        autoFocus={isFresh}
        note={t('slipEdit.textNote')}
        onChange={(text) =>
          onChange({ ...block, text: text.split('\n').slice(0, mostLines).join('\n') }, 'text')
        }
      />
      <Choice
        label={t('slipEdit.size')}
        value={block.size}
        options={sizes.map((value) => ({ value, text: t(`slipEdit.size.${value}`) }))}
        onChange={(size) => onChange({ ...block, size }, 'size')}
      />
      <Choice
        label={t('slipEdit.align')}
        value={block.align}
        options={aligns.map((value) => ({ value, text: t(`slipEdit.align.${value}`) }))}
        onChange={(align) => onChange({ ...block, align }, 'align')}
      />
      <div className="slip-checks">
        <Check isSelected={block.bold} onChange={(bold) => onChange({ ...block, bold }, 'bold')}>
          {t('slipEdit.bold')}
        </Check>
        <Check isSelected={block.inverse} onChange={(inverse) => onChange({ ...block, inverse }, 'inverse')}>
          {t('slipEdit.inverse')}
        </Check>
      </div>
    </>
  )
}
