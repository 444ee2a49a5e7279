import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import './passphrase.css'

/**
 * A passphrase that can be shown: hidden fields take no Hangul on many systems, so that somebody who chose
 * it in Hangul has to be able to see what is typed.
 */
export const PassphraseField = ({
  label,
  value,
  onChange,
  onEnter,
  error = null,
  autoFocus = false,
  repeats = false,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onEnter?: () => void
  readonly error?: string | null
  readonly autoFocus?: boolean
  /** The same once more: what was hinted above need not be said again. */
  readonly repeats?: boolean
}) => {
  const { t } = useWords()
  const [shown, show] = useState(false)
  const [caps, setCaps] = useState(false)
  const hangul = /[ㄱ-ㆎ가-힣]/.test(value)
  const hints = [...(caps ? [t('hint.capsLock')] : []), ...(hangul && !repeats ? [t('hint.hangul')] : [])]
  return (
    <div className="passphrase">
      <TextField
        label={label}
        type={shown ? 'text' : 'password'}
        value={value}
        onChange={onChange}
        maxLength={200}
        autoFocus={autoFocus}
        error={error}
        note={hints.length === 0 ? undefined : <span className="passphrase-hint">{hints.join(' · ')}</span>}
        onKeyDown={(event) => setCaps(event.getModifierState('CapsLock'))}
        {...(onEnter === undefined ? {} : { onEnter })}
      />
      <Button
        className="passphrase-eye"
        look="quiet"
        label={t(shown ? 'guide.pass.hide' : 'guide.pass.show')}
        onPress={() => show(!shown)}
      >
        {shown ? <EyeOff size={22} aria-hidden="true" /> : <Eye size={22} aria-hidden="true" />}
      </Button>
    </div>
  )
}
