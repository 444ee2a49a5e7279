import { useEffect, useState } from 'react'
import { BigButton } from './big-button.tsx'
import { ask } from './bridge.ts'
import type { Screen } from './use-screen.ts'
import { useGuestWords } from './words.tsx'

/** Said so long before the picture comes back, s. */
const saidAt = 10

/** Nobody is surprised when their card goes: the last seconds are counted, and one touch keeps it. */
export const Countdown = ({ screen }: { readonly screen: Screen }) => {
  const { t } = useGuestWords()
  const { view, since, act } = screen
  const restInMs = view?.restInMs ?? null
  const leftNow = (): number =>
    restInMs === null ? Number.POSITIVE_INFINITY : Math.ceil((restInMs - (performance.now() - since)) / 1_000)
  const [left, setLeft] = useState(leftNow)
  useEffect(() => {
    const look = (): void => setLeft(leftNow())
    look()
    const timer = setInterval(look, 500)
    return () => clearInterval(timer)
  })
  if (left > saidAt || left < 0) return null
  return (
    <div className="guest-countdown">
      <p>{t('rest.soon', { n: Math.max(0, left) })}</p>
      <BigButton onPress={() => void act(ask('guest.stay', {}))}>{t('rest.stay')}</BigButton>
    </div>
  )
}
