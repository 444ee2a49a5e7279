import { Circle, CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Health } from './use-devices.ts'

const icons = { connected: CircleCheck, waiting: CircleDashed, away: TriangleAlert, none: Circle }

/** A state by shape, colour and word. */
export const StatusDot = ({
  health,
  children,
}: {
  readonly health: Health
  readonly children: ReactNode
}) => {
  const Icon = icons[health]
  return (
    <span className={`status-dot ${health}`}>
      <Icon size={20} aria-hidden="true" />
      {children}
    </span>
  )
}
