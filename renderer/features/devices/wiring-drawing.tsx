import { useId } from 'react'
import { boxHeight, type WiringPlan, wiringSize } from '#shared/wiring.ts'
import { useWords } from '../../app/words.ts'

/** One way of wiring as a drawing; what it shows is said in words beside it. */
export const WiringDrawing = ({ plan }: { readonly plan: WiringPlan }) => {
  const { t } = useWords()
  const arrow = useId()
  return (
    <svg viewBox={`0 0 ${wiringSize.width} ${wiringSize.height}`} role="img" aria-label={t(plan.id)}>
      <defs>
        <marker
          id={arrow}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path d="M0 0 L8 4 L0 8 z" fill="context-stroke" />
        </marker>
      </defs>
      {plan.wires.map((wire) => (
        <g key={wire.path}>
          <path
            className={wire.ours === true ? 'wiring-wire ours' : 'wiring-wire'}
            d={wire.path}
            markerEnd={`url(#${arrow})`}
            markerStart={wire.arrows === 'both' ? `url(#${arrow})` : undefined}
          />
          <text className="wiring-label" x={wire.at[0]} y={wire.at[1]}>
            {t(wire.label)}
          </text>
        </g>
      ))}
      {plan.boxes.map((box) => (
        <g key={box.label}>
          <rect
            className={box.ours === true ? 'wiring-box ours' : 'wiring-box'}
            x={box.x}
            y={box.y}
            width={box.width}
            height={boxHeight}
            rx="6"
          />
          <text x={box.x + box.width / 2} y={box.y + 22}>
            {t(box.label)}
          </text>
        </g>
      ))}
    </svg>
  )
}
