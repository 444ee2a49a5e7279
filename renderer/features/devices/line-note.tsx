import type { Source } from '#shared/contract/devices.ts'
import { standsInTheLine } from '#shared/in-the-line.ts'
import { useWords } from '../../app/words.ts'
import { Notice } from '../../ui/notice.tsx'

/** Whether the POS would stop printing with this PC: said plainly, wherever a source is shown or set up. */
export const LineNote = ({ kind }: { readonly kind: Source['kind'] }) => {
  const { t } = useWords()
  if (kind === 'file' || kind === 'simulated') return null
  return standsInTheLine(kind) ? (
    <Notice tone="warn">{t('line.carries')}</Notice>
  ) : (
    <p className="device-soft">{t('line.listens')}</p>
  )
}
