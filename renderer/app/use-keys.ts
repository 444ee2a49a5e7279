import { useEffect, useRef } from 'react'

/** What a page does on a key, by `KeyboardEvent.key` with `Ctrl+` in front where it is held. */
export type KeyMap = Readonly<Record<string, (() => void) | undefined>>

/** Keys for the whole page. A key that ends an IME composition is the editor's, never ours. */
export const useKeys = (map: KeyMap): void => {
  const latest = useRef(map)
  useEffect(() => {
    latest.current = map
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.altKey || event.metaKey || event.repeat) return
      const act = latest.current[event.ctrlKey ? `Ctrl+${event.key}` : event.key]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
