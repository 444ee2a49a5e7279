import { useEffect, useState } from 'react'
import type { Screen } from './use-screen.ts'
import { useGuestWords } from './words.tsx'

/** Said so long before the picture comes back, s. */
const saidAt = 10

/** Nobody is surprised when their card goes: the last seconds are counted, and any touch keeps it. Moves nothing. */
export const Countdown = ({ screen }: { readonly screen: Screen }) => {
  const { t } = useGuestWords()
  const { view, since } = screen
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
  if (view === null || left > saidAt || left < 0) return null
  return <p className={`guest-countdown on-${view.at}`}>{t('rest.soon', { n: Math.max(0, left) })}</p>
}
