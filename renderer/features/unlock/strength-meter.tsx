import { useWords } from '../../app/words.ts'
import { strengthOf } from './strength.ts'

/** How good the passphrase is, said in words; the bar only repeats it. */
export const StrengthMeter = ({ passphrase }: { readonly passphrase: string }) => {
  const { t } = useWords()
  const strength = strengthOf(passphrase)
  return (
    <div className={`strength ${strength}`} role="status" aria-label={t('strength.label')}>
      <span className="strength-bar" aria-hidden="true">
        <span />
        <span />
        <span />
      </span>
      {t(`strength.${strength}`)}
    </div>
  )
}
