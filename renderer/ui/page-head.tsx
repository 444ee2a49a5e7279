import './page-head.css'

/** One title a page, and one line that says what it is for. */
export const PageHead = ({ title, lead }: { readonly title: string; readonly lead?: string }) => (
  <header className="page-head">
    <h1>{title}</h1>
    {lead === undefined ? null : <p>{lead}</p>}
  </header>
)

/** An empty page teaches the first step. */
export const EmptyPage = ({ title, hint }: { readonly title: string; readonly hint: string }) => (
  <div className="empty-page">
    <p className="empty-title">{title}</p>
    <p>{hint}</p>
  </div>
)
