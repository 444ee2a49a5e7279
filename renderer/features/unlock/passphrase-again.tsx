import { useWords } from '../../app/words.ts'
import { PassphraseField } from './passphrase-field.tsx'
import { StrengthMeter } from './strength-meter.tsx'

/** Below the field of a new passphrase: how good it is, and the same once more, for nobody can look it up later. */
export const PassphraseAgain = ({
  passphrase,
  again,
  onChange,
  onEnter,
  differs = again !== passphrase,
}: {
  readonly passphrase: string
  readonly again: string
  readonly onChange: (again: string) => void
  readonly onEnter: () => void
  /** Told as soon as something is typed. */
  readonly differs?: boolean
}) => {
  const { t } = useWords()
  return (
    <>
      <StrengthMeter passphrase={passphrase} />
      <PassphraseField
        label={t('guide.pass.again')}
        repeats
        value={again}
        onChange={onChange}
        onEnter={onEnter}
        error={again !== '' && differs ? t('guide.pass.differs') : null}
      />
    </>
  )
}
