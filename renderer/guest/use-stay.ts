import { useEffect, useRef } from 'react'
import type { Screen } from './use-screen.ts'

/** Told at most this often, ms. */
const every = 5_000

/** While somebody touches the screen or writes, what they look at stays. */
export const useStay = ({ view, stay }: Screen): void => {
  const told = useRef(Number.NEGATIVE_INFINITY)
  const stays = view?.at === 'join' || view?.at === 'card' || view?.at === 'new'
  useEffect(() => {
    if (!stays) return undefined
    const onTouch = (): void => {
      const now = performance.now()
      if (now - told.current < every) return
      told.current = now
      void stay()
    }
    const kinds = ['pointerdown', 'keydown', 'wheel'] as const
    for (const kind of kinds) window.addEventListener(kind, onTouch, { passive: true })
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, onTouch)
    }
  }, [stays, stay])
}
