import { ArrowLeft } from 'lucide-react'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'

const all = 3

/** The way back, and how far one has come. */
export const StepsTop = ({ step, onBack }: { readonly step: number; readonly onBack: () => void }) => {
  const { t } = useWords()
  return (
    <div className="restore-top">
      <Button look="quiet" onPress={onBack}>
        <ArrowLeft size={20} aria-hidden="true" />
        {t('common.back')}
      </Button>
      <progress value={step} max={all} aria-label={t('restore.title')} />
      <span>{t('restore.progress', { n: step })}</span>
    </div>
  )
}
