import type { ReactNode } from 'react'
import './strip.css'

/** Receipt paper, torn off at the bottom. */
export const Strip = ({
  children,
  className = '',
}: {
  readonly children: ReactNode
  readonly className?: string
}) => (
  <div className="strip-shadow">
    <div className={`strip strip-cut ${className}`}>{children}</div>
  </div>
)
