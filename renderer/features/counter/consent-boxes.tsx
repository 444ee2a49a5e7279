import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from 'react'
import { useWords } from '../../app/words.ts'
import { Check } from '../../ui/check.tsx'

/** The whole wording, which a guest may ask to see; it scrolls, and can be reached by the keyboard. */
const Wording = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // A region that scrolls takes the focus, or no keyboard could scroll it.
  <section className="wording" aria-label={label} tabIndex={0}>
    {children}
  </section>
)

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
      <div className="consent">
        <Check isSelected={required} onChange={onRequired} onKeyDown={agree} inputRef={requiredBox}>
          [{t('common.required')}] {t('join.required')}
        </Check>
        <Wording label={`${t('join.required')} ${t('join.wording')}`}>{wording?.required ?? ''}</Wording>
      </div>
      <div className="consent">
        <Check isSelected={marketing} onChange={onMarketing} inputRef={marketingBox}>
          [{t('common.optional')}] {t('join.marketing')}
          <small>{t('join.marketingNote')}</small>
        </Check>
        <Wording label={`${t('join.marketing')} ${t('join.wording')}`}>{wording?.marketing ?? ''}</Wording>
      </div>
    </fieldset>
  )
}
