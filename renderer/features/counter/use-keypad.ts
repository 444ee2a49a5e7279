import { useState } from 'react'

const storageKey = 'dangol.keypad'

/** Whether the keypad for fingers is shown; remembered on this PC. */
export const useKeypad = () => {
  const [shown, setShown] = useState(() => localStorage.getItem(storageKey) !== 'hidden')
  return {
    shown,
    toggle: () => {
      localStorage.setItem(storageKey, shown ? 'hidden' : 'shown')
      setShown(!shown)
    },
  }
}

export type Keypad = ReturnType<typeof useKeypad>
