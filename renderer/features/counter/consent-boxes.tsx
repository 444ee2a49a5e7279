import { type KeyboardEvent, type RefObject, useRef } from 'react'
import { useWords } from '../../app/words.ts'
import { Check } from '../../ui/check.tsx'

/**
 * What the guest agrees to, required and optional apart; nothing is ticked beforehand. Enter on the required
 * one agrees and goes on; on the optional one it only goes on, so that nobody agrees to news by hurrying.
 */
export const ConsentBoxes = ({
  wording,
  required,
  marketing,
  onRequired,
  onMarketing,
  requiredBox,
}: {
  readonly wording: { readonly required: string; readonly marketing: string } | null
  readonly required: boolean
  readonly marketing: boolean
  readonly onRequired: (given: boolean) => void
  readonly onMarketing: (given: boolean) => void
  readonly requiredBox: RefObject<HTMLInputElement | null>
}) => {
  const { t } = useWords()
  const marketingBox = useRef<HTMLInputElement>(null)
  const agree = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    onRequired(true)
    marketingBox.current?.focus()
  }
  return (
    <fieldset className="consents">
      <legend>{t('join.consent')}</legend>
      <Check isSelected={required} onChange={onRequired} onKeyDown={agree} inputRef={requiredBox}>
        <strong>
          [{t('common.required')}] {t('join.required')}
        </strong>
        <small>{wording?.required ?? ''}</small>
      </Check>
      <Check isSelected={marketing} onChange={onMarketing} inputRef={marketingBox}>
        <strong>
          [{t('common.optional')}] {t('join.marketing')}
        </strong>
        <small>
          {t('join.marketingNote')} {wording?.marketing ?? ''}
        </small>
      </Check>
    </fieldset>
  )
}
