import type { ReactNode } from 'react'
import './notice.css'

/** One word about a thing; the colour only repeats it. */
export const Badge = ({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'green' | 'red' | 'gold'
  readonly children: ReactNode
}) => <span className={`badge ${tone}`}>{children}</span>
