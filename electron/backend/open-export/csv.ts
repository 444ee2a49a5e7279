import { csvRow } from '../platform/text/csv.ts'

/** One row of a table as it stands in the ledger. Bytes become base64; null an empty field. */
export const csvOfValues = (values: readonly unknown[]): string => csvRow(values.map(textOf))

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
