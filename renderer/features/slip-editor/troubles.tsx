import type { TemplateTrouble } from '#shared/contract/slip-templates.ts'
import { useWords } from '../../app/words.ts'
import { Notice } from '../../ui/notice.tsx'

/** What would not come out as it was written, in words. @param block only of that one; null for all that concern no one. */
export const Troubles = ({
  troubles,
  block,
}: {
  readonly troubles: readonly TemplateTrouble[]
  readonly block: number | null
}) => {
  const { t } = useWords()
  const own = troubles.filter((trouble) => trouble.block === block)
  if (own.length === 0) return null
  return (
    <Notice tone="warn">
      <ul className="slip-troubles">
        {own.map(({ is, text, instead }, index) => (
          <li key={index}>{t(`slipEdit.trouble.${is}`, { text, instead: instead ?? '' })}</li>
        ))}
      </ul>
    </Notice>
  )
}
