import { useEffect, useRef } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { useWords } from '../../app/words.ts'
import './slips.css'

export type Slip = CallOutput<'slips.recent'>[number]

/** Only what draws: anything else in the markup (scripts, handlers, links) is left behind. */
export const drawing = (markup: string): SVGElement | null => {
  const parsed = new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement
  if (!(parsed instanceof SVGElement)) return null
  for (const element of [parsed, ...parsed.querySelectorAll('*')]) {
    if (/^(?:script|foreignobject|a|use|image)$/i.test(element.localName)) element.remove()
    for (const { name } of Array.from(element.attributes))
      if (/^on/i.test(name) || /href$/i.test(name)) element.removeAttribute(name)
  }
  return document.importNode(parsed, true)
}

/** A slip as the printer would have printed it. */
export const SlipPicture = ({ slip }: { readonly slip: Slip }) => {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const picture = drawing(slip.svg)
    box.current?.replaceChildren(...(picture === null ? [] : [picture]))
  }, [slip.svg])
  return (
    <div
      ref={box}
      className="slip-picture"
      role="img"
      aria-label={t('slip.picture', { number: slip.number })}
    />
  )
}
