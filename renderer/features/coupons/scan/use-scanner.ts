import { useEffect, useRef } from 'react'
import { createRecogniser, signOf } from './recogniser.ts'

/**
 * Hears the scanner wherever the cursor is. What it typed into a field on its way is taken out again, and its Enter
 * goes no further. A code that fingers typed into any field counts just as well.
 * @param take says whether the code is one of its own; others go where they were typed.
 */
export const useScanner = (take: (code: string, how: 'scanned' | 'typed') => boolean): void => {
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const recogniser = createRecogniser()
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) {
        recogniser.reset()
        return
      }
      const { key, shiftKey } = event
      const ends = key === 'Enter' || key === 'Tab'
      const sign = ends ? '' : signOf(event.code, key, shiftKey)
      const scanned = recogniser.press({ sign, ends, at: event.timeStamp })
      // A PC that stumbles in the middle of a code hears only its end as a burst: then the field has all of it.
      const typed = key === 'Enter' && !event.isComposing ? typedCode() : null
      const taken =
        scanned !== null && latest.current(scanned, 'scanned')
          ? scanned
          : typed !== null && latest.current(typed, 'typed')
            ? typed
            : null
      if (taken === null) return
      event.preventDefault()
      event.stopImmediatePropagation()
      erase(taken)
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [])
}

/** What somebody typed from a paper whose code no scanner reads, whole in its field. */
const typedCode = (): string | null => {
  const field = document.activeElement
  return field instanceof HTMLInputElement && field.value !== '' ? field.value : null
}

/** Takes a code out of the field that it was typed into. */
const erase = (code: string): void => {
  const field = document.activeElement
  if (!(field instanceof HTMLInputElement) && !(field instanceof HTMLTextAreaElement)) return
  const at = field.value.lastIndexOf(code)
  // A field with a limit has kept the beginning of it.
  const from = at >= 0 ? at : overlap(field.value, code)
  const rest = field.value.slice(0, from) + (at >= 0 ? field.value.slice(at + code.length) : '')
  if (rest === field.value) return
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  // React keeps a field's own setter busy; the prototype's tells it of the change.
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, rest)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Where the longest end of a text begins that is the code's beginning. */
const overlap = (text: string, code: string): number => {
  for (let length = Math.min(text.length, code.length); length > 0; length -= 1)
    if (text.endsWith(code.slice(0, length))) return text.length - length
  return text.length
}
