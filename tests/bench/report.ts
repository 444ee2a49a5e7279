import { tableLines } from '../../dev/demo/table.ts'
import type { Measured } from './row.ts'

/** The rows as a table in a terminal. */
export const benchTable = (rows: readonly Measured[]): string[] =>
  tableLines(
    [
      { title: 'what', side: 'left' },
      { title: 'value', side: 'right' },
      { title: 'unit', side: 'left' },
      { title: 'beside', side: 'left' },
      { title: 'its value', side: 'right' },
      { title: 'ratio', side: 'right' },
      { title: 'budget', side: 'right' },
      { title: 'ok', side: 'left' },
      { title: 'measured on', side: 'left' },
    ],
    rows.map((row) => [
      row.name,
      figure(row.value),
      row.unit,
      row.peer ?? '-',
      figure(row.peerValue),
      figure(row.ratio),
      figure(row.budget),
      row.budget === null ? '-' : row.ok ? 'ok' : 'MISSED',
      row.conditions,
    ]),
  )

const figure = (value: number | null): string =>
  value === null ? '-' : value.toLocaleString('en', { maximumSignificantDigits: 4 })
