import { useState } from 'react'
import { BigButton } from '../big-button.tsx'
import { useGuestWords } from '../words.tsx'
import type { JoinDraft } from './draft.ts'
import { nameOf } from './name-step.tsx'
import { SignatureField } from './signature-field.tsx'
import { drawingOf, isSignature, type Stroke } from './strokes.ts'

/** What was agreed to, once more, and the proof of it: a signature, or a press of a button. */
export const SignStep = ({
  draft,
  draws,
  busy,
  onBack,
  onDone,
}: {
  readonly draft: JoinDraft
  readonly draws: boolean
  readonly busy: boolean
  readonly onBack: () => void
  readonly onDone: (name: string | null, drawing: string | null) => void
}) => {
  const { t } = useGuestWords()
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const [tried, setTried] = useState(false)
  const name = draft.byStaff ? null : nameOf(draft)
  const agreed = [
    t('join.summary.required'),
    ...(draft.marketing ? [t('join.summary.marketing')] : []),
    ...(draft.night ? [t('join.summary.night')] : []),
  ]
  const signed = isSignature(strokes)
  const finish = (): void => {
    if (draws && !signed) setTried(true)
    else onDone(name, draws ? drawingOf(strokes) : null)
  }
  return (
    <>
      <div className="guest-join-body">
        <h2>{t(draws ? 'join.sign' : 'join.confirm')}</h2>
        <p className="guest-agreed">
          <span className="guest-soft">{t('join.summary')}</span>
          {agreed.map((one) => (
            <strong key={one}>{one}</strong>
          ))}
        </p>
        {draws ? (
          <>
            <SignatureField strokes={strokes} onChange={setStrokes} />
            <div className="guest-sign-row">
              <p className={tried && !signed ? 'guest-problem' : 'guest-soft'} role="status">
                {t(tried && !signed ? 'join.signShort' : 'join.signHint')}
              </p>
              <BigButton look="quiet" disabled={strokes.length === 0} onPress={() => setStrokes([])}>
                {t('join.signAgain')}
              </BigButton>
            </div>
          </>
        ) : null}
      </div>
      <footer>
        <BigButton disabled={busy} onPress={onBack}>
          {t('join.back')}
        </BigButton>
        {draws ? (
          <BigButton look="quiet" disabled={busy} onPress={() => onDone(name, null)}>
            {t('join.check')}
          </BigButton>
        ) : null}
        <BigButton look="primary" disabled={busy} onPress={finish}>
          {t(busy ? 'join.wait' : 'join.finish')}
        </BigButton>
      </footer>
    </>
  )
}
