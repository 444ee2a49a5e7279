import { Delete } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { BigButton, keepFocus } from './big-button.tsx'
import { ask, type ViewAt } from './bridge.ts'
import { shapedNumber } from './number-shape.ts'
import { ShopPicture } from './shop-picture.tsx'
import { useDigitKeys } from './use-digit-keys.ts'
import type { Screen } from './use-screen.ts'
import { useGuestWords } from './words.tsx'

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '010', '0'] as const
const mostDigits = 11

const Resting = ({ view }: { readonly view: ViewAt<'rest'> }) => {
  const { t } = useGuestWords()
  return (
    <section className="guest-shop">
      <ShopPicture number={view.picture} />
      <div className="guest-shop-words">
        <p className="guest-soft">{t('welcome')}</p>
        <h1>{view.shop ?? ''}</h1>
        {view.notice === '' ? null : <p className="guest-notice">{view.notice}</p>}
      </div>
    </section>
  )
}

const Typed = ({
  typed,
  problem,
}: {
  readonly typed: string
  readonly problem: 'short' | 'misfit' | null
}) => {
  const { t } = useGuestWords()
  return (
    <section className="guest-typing">
      <h1>{t('pad.typed')}</h1>
      <p className="guest-number">
        {typed === '' ? <span className="guest-number-empty">010-0000-0000</span> : shapedNumber(typed)}
      </p>
      <p className={problem === null ? 'guest-soft' : 'guest-problem'} role="status">
        {problem === null ? t('pad.eight') : t(`pad.${problem}`)}
      </p>
    </section>
  )
}

/** The shop's picture with a pad beside it: the first digit is the first step. */
export const PadPage = ({
  view,
  screen,
}: {
  readonly view: ViewAt<'rest'> | ViewAt<'pad'>
  readonly screen: Screen
}) => {
  const { t, language, choose } = useGuestWords()
  const { act } = screen
  const told = view.at === 'pad' ? view.typed : ''
  // Fast fingers do not wait for answers: while some are under way, what was pressed counts.
  const [pressed, setPressed] = useState<string | null>(null)
  const latest = useRef({ typed: told, presses: 0 })
  const typed = pressed ?? told
  useEffect(() => {
    latest.current.typed = typed
  }, [typed])
  const ready = view.at === 'pad' || view.ready

  const keys = useMemo(() => {
    const put = async (next: string): Promise<void> => {
      if (!ready) return
      const digits = next.slice(0, mostDigits)
      const mine = ++latest.current.presses
      latest.current.typed = digits
      setPressed(digits)
      await act(ask('guest.type', { digits }))
      if (latest.current.presses === mine) setPressed(null)
    }
    return {
      digit: (digit: string) => void put(latest.current.typed + digit),
      erase: () => void put(latest.current.typed.slice(0, -1)),
      clear: () => void put(''),
      enter: () => {
        if (ready && latest.current.typed !== '') void act(ask('guest.enter', {}))
      },
    }
  }, [ready, act])
  useDigitKeys(keys)

  if (view.at === 'rest' && !view.ready)
    return (
      <main className="guest-alone">
        <Resting view={view} />
      </main>
    )
  return (
    <main className="guest-pad-page">
      {view.at === 'rest' && typed === '' ? (
        <Resting view={view} />
      ) : (
        <Typed typed={typed} problem={view.at === 'pad' && view.typed === typed ? view.problem : null} />
      )}
      <section className="guest-pad-side">
        <div className="guest-pad-ask">
          <h2>{t('pad.ask')}</h2>
          <p className="guest-soft">{t('pad.askHint')}</p>
        </div>
        <div className="guest-pad" role="group" aria-label={t('pad.label')}>
          {digits.map((digit) => (
            <BigButton key={digit} onPress={() => keys.digit(digit)}>
              {digit}
            </BigButton>
          ))}
          <BigButton label={t('pad.erase')} onPress={keys.erase}>
            <Delete size={36} aria-hidden="true" />
          </BigButton>
        </div>
        <BigButton look="primary" disabled={typed === ''} onPress={keys.enter}>
          {t('pad.enter')}
        </BigButton>
        <button
          type="button"
          className="guest-language"
          lang={language === 'ko' ? 'en' : 'ko'}
          onMouseDown={keepFocus}
          onClick={() => choose(language === 'ko' ? 'en' : 'ko')}
        >
          {t('language')}
        </button>
      </section>
    </main>
  )
}
