import { Hourglass } from 'lucide-react'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'

/** A guest stands here and takes the next receipt as it comes. */
export const Waiting = ({
  waiting,
  onCancel,
}: {
  readonly waiting: { readonly name: string }
  readonly onCancel: () => void
}) => {
  const { t } = useWords()
  return (
    <div className="desk-waiting" role="status">
      <Hourglass size={48} aria-hidden="true" />
      <p className="desk-waiting-title">{t('waiting.title', { name: waiting.name })}</p>
      <p className="counter-soft">{t('waiting.text')}</p>
      <Button keepFocus size="large" keyCap="Esc" onPress={onCancel}>
        {t('waiting.cancel')}
      </Button>
    </div>
  )
}
