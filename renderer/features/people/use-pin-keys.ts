import { useEffect, useRef } from 'react'

/** Digits and Backspace from a keyboard, wherever the focus is; a field that is being written in keeps its own. */
export const usePinKeys = (type: (digit: string) => void, erase: () => void): void => {
  const latest = useRef({ type, erase })
  useEffect(() => {
    latest.current = { type, erase }
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
      if (event.target instanceof Element && event.target.closest('input, textarea') !== null) return
      if (/^\d$/.test(event.key)) latest.current.type(event.key)
      else if (event.key === 'Backspace') latest.current.erase()
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [])
}
