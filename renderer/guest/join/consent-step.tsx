import { type ReactNode, useState } from 'react'
import { BigButton } from '../big-button.tsx'
import { useGuestWords } from '../words.tsx'
import type { JoinDraft, JoinView } from './draft.ts'

const Tick = ({
  on,
  onChange,
  children,
}: {
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  readonly children: ReactNode
}) => (
  <label className="guest-tick">
    <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
    <span>{children}</span>
  </label>
)

/** The whole text as the shop has it in force; the shop's own words, in Korean. */
const FullText = ({ what, text }: { readonly what: string; readonly text: string }) => {
  const { t } = useGuestWords()
  return (
    // A region that scrolls takes the focus, or no keyboard could scroll it.
    <section className="guest-wording" lang="ko" tabIndex={0} aria-label={t('join.fullOf', { what })}>
      {text}
    </section>
  )
}

/** Required and optional apart, in plain words, with the full text; nothing is ticked beforehand. */
export const ConsentStep = ({
  view,
  draft,
  change,
  onBack,
  onNext,
}: {
  readonly view: JoinView
  readonly draft: JoinDraft
  readonly change: (part: Partial<JoinDraft>) => void
  readonly onBack: () => void
  readonly onNext: () => void
}) => {
  const { t } = useGuestWords()
  const [tried, setTried] = useState(false)
  const text = (kind: string): string => view.wordings.find((one) => one.kind === kind)?.text ?? ''
  const ready = draft.required && draft.ofAge
  return (
    <>
      <div className="guest-join-body guest-consents">
        <h2>{t('join.consent')}</h2>
        <section className="guest-consent needed">
          <h3>{t('join.required')}</h3>
          <p>{t('join.requiredShort')}</p>
          <FullText what={t('join.required')} text={text('required')} />
          <Tick on={draft.required} onChange={(required) => change({ required })}>
            {t('join.requiredAgree')}
          </Tick>
          <Tick on={draft.ofAge} onChange={(ofAge) => change({ ofAge })}>
            {t('join.ofAge')}
            <small>{t('join.ofAgeHint')}</small>
          </Tick>
        </section>
        <section className="guest-consent">
          <h3>{t('join.optional')}</h3>
          <p>{t('join.optionalShort')}</p>
          <Tick
            on={draft.marketing}
            onChange={(marketing) => change({ marketing, night: marketing && draft.night })}
          >
            {t('join.marketing')}
          </Tick>
          {draft.marketing ? (
            <Tick on={draft.night} onChange={(night) => change({ night })}>
              {t('join.night')}
            </Tick>
          ) : null}
          <FullText what={t('join.optional')} text={`${text('marketing')}\n\n${text('night')}`} />
        </section>
        <p className="guest-withdraw">
          {view.shopPhone === null ? t('join.withdraw') : t('join.withdrawPhone', { phone: view.shopPhone })}
        </p>
      </div>
      <footer>
        <BigButton onPress={onBack}>{t('join.back')}</BigButton>
        {tried && !ready ? (
          <p className="guest-problem" role="alert">
            {t('join.mustRequired')}
          </p>
        ) : null}
        <BigButton look="primary" onPress={() => (ready ? onNext() : setTried(true))}>
          {t('join.next')}
        </BigButton>
      </footer>
    </>
  )
}
