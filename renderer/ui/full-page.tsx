import type { ReactNode } from 'react'
import './full-page.css'

/** One sheet in the middle of the table: guide, unlocking, trouble. */
export const FullPage = ({
  title,
  lead,
  wide = false,
  before,
  children,
}: {
  readonly title: string
  readonly lead?: string
  readonly wide?: boolean
  readonly before?: ReactNode
  readonly children: ReactNode
}) => (
  <main className="full-page">
    <div className={`full-page-sheet ${wide ? 'wide' : ''}`}>
      {before}
      <h1>{title}</h1>
      {lead === undefined ? null : <p className="full-page-lead">{lead}</p>}
      {children}
    </div>
  </main>
)

export const PageLoading = ({ text }: { readonly text: string }) => (
  <main className="page-loading" aria-busy="true">
    <p>{text}</p>
  </main>
)
