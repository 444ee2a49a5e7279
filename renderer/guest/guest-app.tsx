import { useEffect } from 'react'
import { Boundary } from './boundary.tsx'
import { ask } from './bridge.ts'
import { CardPage } from './card-page.tsx'
import { Countdown } from './countdown.tsx'
import { JoinPage } from './join/join-page.tsx'
import { HelpedPage, MessagePage } from './message-page.tsx'
import { NewPage } from './new-page.tsx'
import { PadPage } from './pad-page.tsx'
import { type Screen, useScreen } from './use-screen.ts'
import { useStay } from './use-stay.ts'
import { useGuestWords } from './words.tsx'

const Page = ({ screen }: { readonly screen: Screen }) => {
  const { t, points } = useGuestWords()
  const { view, act } = screen
  if (view === null) return <main className="guest-blank" />
  switch (view.at) {
    case 'rest':
    case 'pad':
      return <PadPage view={view} screen={screen} />
    case 'asked':
      return (
        <MessagePage
          title={t('asked.title')}
          text={t('asked.text')}
          action={{ text: t('asked.again'), onPress: () => void act(ask('guest.type', { digits: '' })) }}
        />
      )
    case 'helped':
      return <HelpedPage />
    case 'thanks':
      return (
        <MessagePage
          good
          title={t('thanks.title', { points: points(view.earned) })}
          text={t('thanks.text')}
        />
      )
    case 'wait':
      return (
        <MessagePage title={t('wait.title')} text={t('wait.text', { n: Math.ceil(view.seconds / 60) })} />
      )
    case 'new':
      return <NewPage phone={view.phone} screen={screen} />
    case 'card':
      return <CardPage card={view.card} screen={screen} />
    default:
      return <JoinPage view={view} screen={screen} />
  }
}

/** The guest's own screen: one thing at a time, and back to the shop's picture by itself. */
export const GuestApp = () => {
  const screen = useScreen()
  const { choose } = useGuestWords()
  const at = screen.view?.at ?? 'rest'
  useStay(screen)
  // The next guest is asked in Korean again.
  useEffect(() => {
    if (at === 'rest') choose('ko')
  }, [at, choose])
  const counts = at === 'card' || at === 'join' || at === 'new'
  return (
    <div className="guest">
      <Boundary at={at}>
        <Page screen={screen} />
      </Boundary>
      {counts ? <Countdown screen={screen} /> : null}
    </div>
  )
}
