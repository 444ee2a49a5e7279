import { type RefObject, useEffect } from 'react'

const isEditor = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/**
 * Whatever is typed goes to the search, wherever the cursor is: moving the focus while the key is still going
 * down lets the letter itself (and a Hangul composition) arrive there.
 */
export const useCatchKeys = (input: RefObject<HTMLInputElement | null>, on: boolean): void => {
  useEffect(() => {
    if (!on) return undefined
    input.current?.focus()
    const onKey = (event: KeyboardEvent): void => {
      if (isEditor(event.target) || event.ctrlKey || event.altKey || event.metaKey) return
      const types =
        (event.key.length === 1 && event.key !== ' ') || event.key === 'Process' || event.key === 'Backspace'
      if (types) input.current?.focus()
    }
    // A window that comes back to the front has its cursor in the search.
    const onFocus = (): void => {
      if (!isEditor(document.activeElement)) input.current?.focus()
    }
    window.addEventListener('keydown', onKey, true)
    window.addEventListener('focus', onFocus)
    return () => {
      window.removeEventListener('keydown', onKey, true)
      window.removeEventListener('focus', onFocus)
    }
  }, [input, on])
}
