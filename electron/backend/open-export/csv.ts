/** What stands before the first line, so that Excel reads the file as UTF-8. */
export const byteOrderMark = '﻿'

/** One row after RFC 4180, with its line end. Bytes become base64; null an empty field. */
export const csvRow = (values: readonly unknown[]): string => `${values.map(field).join(',')}\r\n`

const field = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}
