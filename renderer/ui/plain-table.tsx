import type { ReactNode } from 'react'
import './plain-table.css'

export interface PlainColumn {
  readonly id: string
  readonly head: string
  /** The head is for those who hear it; the cells speak for themselves. */
  readonly quiet?: boolean
  /** Figures stand at the end. */
  readonly end?: boolean
  readonly look?: string
}

export interface PlainRow {
  readonly id: string | number
  /** One for each column; the first names the row. */
  readonly cells: readonly ReactNode[]
}

const lookOf = ({ end = false, look = '' }: PlainColumn): string => `${look} ${end ? 'plain-end' : ''}`.trim()

/** A short table that is only read. */
export const PlainTable = ({
  label,
  look = '',
  columns,
  rows,
}: {
  readonly label?: string
  readonly look?: string
  readonly columns: readonly PlainColumn[]
  readonly rows: readonly PlainRow[]
}) => (
  <table className={`plain-table ${look}`} {...(label === undefined ? {} : { 'aria-label': label })}>
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column.id} scope="col" className={lookOf(column)}>
            {column.quiet === true ? <span className="hidden-text">{column.head}</span> : column.head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ id, cells }) => (
        <tr key={id}>
          {columns.map((column, at) =>
            at === 0 ? (
              <th key={column.id} scope="row" className={lookOf(column)}>
                {cells[at]}
              </th>
            ) : (
              <td key={column.id} className={lookOf(column)}>
                {cells[at]}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
)
