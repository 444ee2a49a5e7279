import type { PointerEvent } from 'react'
import { useGuestWords } from '../words.tsx'
import { drawingOf, drawnOn, field, type Point, pointIn, type Stroke } from './strokes.ts'

const pointOf = (event: PointerEvent<SVGSVGElement>): Point => {
  const box = event.currentTarget.getBoundingClientRect()
  return pointIn(event.clientX - box.left, event.clientY - box.top, box.width, box.height)
}

/** Paper to write on with a finger, a pen or a mouse. */
export const SignatureField = ({
  strokes,
  onChange,
}: {
  readonly strokes: readonly Stroke[]
  readonly onChange: (change: (before: readonly Stroke[]) => readonly Stroke[]) => void
}) => {
  const { t } = useGuestWords()
  return (
    <svg
      className="guest-signature"
      viewBox={`0 0 ${field.width} ${field.height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('join.signField')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        const point = pointOf(event)
        onChange((before) => [...before, [point]])
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
        const point = pointOf(event)
        onChange((before) => drawnOn(before, point))
      }}
    >
      <path className="guest-signature-line" d={`M60 ${field.height - 70}H${field.width - 60}`} />
      <path className="guest-signature-ink" d={drawingOf(strokes) || 'M0 0'} />
    </svg>
  )
}
