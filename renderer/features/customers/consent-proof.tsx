import type { CallOutput } from '#shared/contract/index.ts'
import { useWords } from '../../app/words.ts'
import './consent-proof.css'

type Proof = NonNullable<CallOutput<'customers.consents'>[number]['proof']>

/** The signature under a consent, or that it was confirmed on the guest's screen. */
export const ConsentProof = ({ proof }: { readonly proof: Proof }) => {
  const { t } = useWords()
  return (
    <figure className="consent-proof">
      <figcaption>{t(`guest.proof.${proof.kind}`)}</figcaption>
      {proof.drawing === null ? null : (
        <svg viewBox="0 0 1000 400" role="img" aria-label={t('guest.proof.alt')}>
          <path d={proof.drawing} />
        </svg>
      )}
    </figure>
  )
}
