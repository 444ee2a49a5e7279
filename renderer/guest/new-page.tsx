import { BigButton } from './big-button.tsx'
import { ask } from './bridge.ts'
import { shapedNumber } from './number-shape.ts'
import type { Screen } from './use-screen.ts'
import { useGuestWords } from './words.tsx'

/** A whole number that nobody has: joining is offered, and nothing hangs on it. */
export const NewPage = ({ phone, screen }: { readonly phone: string; readonly screen: Screen }) => {
  const { t } = useGuestWords()
  const { act, busy } = screen
  return (
    <main className="guest-new">
      <div>
        <h1>{t('new.title')}</h1>
        <p className="guest-soft">{t('new.number')}</p>
        <p className="guest-number">{shapedNumber(phone)}</p>
        <p>{t('new.text')}</p>
      </div>
      <div className="guest-new-ways">
        <BigButton
          look="primary"
          disabled={busy}
          onPress={() => void act(ask('guest.step', { step: 'name' }))}
        >
          {t('new.join')}
        </BigButton>
        <BigButton disabled={busy} onPress={() => void act(ask('guest.type', { digits: phone }))}>
          {t('new.fix')}
        </BigButton>
        <BigButton look="quiet" disabled={busy} onPress={() => void act(ask('guest.leave', {}))}>
          {t('new.no')}
        </BigButton>
      </div>
    </main>
  )
}
