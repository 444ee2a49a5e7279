import type { ReactNode } from 'react'
import { useWords } from '../app/words.ts'
import { Button } from './button.tsx'
import './small-form.css'

/** A few fields in the middle of a page, what saves them and what leaves them. Nothing is saved twice. */
export const SmallForm = ({
  label,
  save,
  busy,
  ready = true,
  onSave,
  onCancel,
  children,
}: {
  readonly label: string
  /** What the saving button says, if not just that. */
  readonly save?: string
  readonly busy: boolean
  /** False while there is nothing to save yet. */
  readonly ready?: boolean
  readonly onSave: () => void
  readonly onCancel: () => void
  readonly children: ReactNode
}) => {
  const { t } = useWords()
  return (
    <form
      className="small-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !busy) onSave()
      }}
    >
      {children}
      <div className="small-form-actions">
        <Button type="submit" look="primary" isDisabled={busy || !ready}>
          {save ?? t('common.save')}
        </Button>
        <Button look="quiet" onPress={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
