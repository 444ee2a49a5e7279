import { useEffect } from 'react'

/** A keyboard at the guest's screen types as the pad does. */
export const useDigitKeys = (keys: {
  readonly digit: (digit: string) => void
  readonly erase: () => void
  readonly enter: () => void
  readonly clear: () => void
}): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
      const onButton = event.target instanceof HTMLButtonElement
      if (/^\d$/.test(event.key)) keys.digit(event.key)
      else if (event.key === 'Backspace') keys.erase()
      else if (event.key === 'Escape') keys.clear()
      // On a button Enter presses that button.
      else if (event.key === 'Enter' && !onButton && !event.repeat) keys.enter()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [keys])
}
