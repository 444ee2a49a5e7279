import { useState } from 'react'
import { useWords } from '../../../app/words.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { SheetDialog } from '../sheet-popover.tsx'

/** Why phones are wanted whole: kept with who and when. */
export const RevealDialog = ({
  onReveal,
  onClose,
}: {
  readonly onReveal: (reason: string) => void
  readonly onClose: () => void
}) => {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const ready = reason.trim().length >= 2
  const act = (): void => {
    if (ready) onReveal(reason.trim())
  }
  return (
    <SheetDialog title={t('sheet.reveal.title')} onClose={onClose}>
      <p>{t('sheet.reveal.lead')}</p>
      <TextField
        label={t('sheet.reveal.reason')}
        placeholder={t('sheet.reveal.example')}
        autoFocus
        maxLength={200}
        value={reason}
        onChange={setReason}
        onEnter={act}
      />
      <div className="sheet-form-end">
        <Button look="primary" isDisabled={!ready} onPress={act}>
          {t('sheet.reveal.show')}
        </Button>
      </div>
    </SheetDialog>
  )
}
