import { useLayoutEffect, useRef } from 'react'

/**
 * Marks an element `crowded` whenever the text of one part of it would be cut off, measured as if it were not marked.
 * @param part selector of the part that gives way.
 * @returns to be given as its `ref`.
 */
export const useCrowded = <T extends HTMLElement>(part: string) => {
  const element = useRef<T>(null)
  const measure = useRef(() => {
    const whole = element.current
    const inner = whole?.querySelector(part)
    if (whole == null || inner == null) return
    whole.classList.remove('crowded')
    whole.classList.toggle('crowded', inner.scrollWidth > inner.clientWidth)
  })
  // Words may have changed with anything that is drawn anew.
  useLayoutEffect(() => measure.current())
  useLayoutEffect(() => {
    const whole = element.current
    if (whole === null) return undefined
    const sizes = new ResizeObserver(() => measure.current())
    sizes.observe(whole)
    return () => sizes.disconnect()
  }, [])
  return element
}
