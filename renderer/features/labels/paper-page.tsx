import { memo, type ReactNode } from 'react'
import type { DrawnPage, Mark } from '#shared/labels/mark.ts'
import { paper } from '#shared/labels/stock.ts'

/** All bars, or all dark modules, as one outline. */
const barsPath = ({ x, y, module, height, widths }: Extract<Mark, { is: 'bars' }>): string => {
  let at = x
  return widths
    .map((modules, index) => {
      const width = modules * module
      const from = at
      at += width
      return index % 2 === 0 ? `M${mm(from)} ${mm(y)}h${mm(width)}v${mm(height)}h${mm(-width)}z` : ''
    })
    .join('')
}
const modulesPath = ({ x, y, module, rows }: Extract<Mark, { is: 'modules' }>): string =>
  rows
    .flatMap((row, down) =>
      row.map((dark, across) =>
        dark
          ? `M${mm(x + across * module)} ${mm(y + down * module)}h${mm(module)}v${mm(module)}h${mm(-module)}z`
          : '',
      ),
    )
    .join('')

const mm = (length: number): string => String(Math.round(length * 1_000) / 1_000)

const Drawn = ({ mark }: { readonly mark: Mark }) => {
  switch (mark.is) {
    case 'text':
      return (
        <text
          x={mark.x}
          y={mark.y}
          fontSize={mark.size}
          textAnchor={mark.anchor}
          className={`${mark.bold ? 'bold' : ''} ${mark.soft ? 'soft' : ''}`}
        >
          {mark.text}
        </text>
      )
    case 'bars':
      return <path d={barsPath(mark)} shapeRendering="crispEdges" data-code="bars" />
    case 'modules':
      return <path d={modulesPath(mark)} shapeRendering="crispEdges" data-code="qr" />
    case 'line':
      return <line x1={mark.x} y1={mark.y} x2={mark.toX} y2={mark.toY} className={mark.look} />
    case 'box':
      return <rect x={mark.x} y={mark.y} width={mark.size} height={mark.size} className="box" />
    default:
      return null
  }
}

/** One sheet of A4, true to the millimetre on paper and as wide as there is room on the screen. */
export const PaperPage = memo(
  ({
    page,
    label,
    children,
  }: {
    readonly page: DrawnPage
    readonly label: string
    /** Drawn over it on the screen alone. */
    readonly children?: ReactNode
  }) => (
    <svg
      className="paper-page"
      viewBox={`0 0 ${paper.width} ${paper.height}`}
      role="group"
      aria-label={label}
    >
      {page.marks.map((mark, index) => (
        <Drawn key={index} mark={mark} />
      ))}
      {page.labels.map((one) => (
        <g key={`${one.x} ${one.y}`} className="paper-label">
          <rect
            x={one.x}
            y={one.y}
            width={one.width}
            height={one.height}
            // Lines to cut along say it already.
            className={page.marks.length > 0 ? 'edge plain' : 'edge'}
            rx={1.5}
          />
          {one.marks.map((mark, index) => (
            <Drawn key={index} mark={mark} />
          ))}
        </g>
      ))}
      {children}
    </svg>
  ),
)
