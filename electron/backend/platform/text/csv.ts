/** What stands before the first line: by it Excel knows that the file is UTF-8. */
export const byteOrderMark = '\ufeff'

/** One row of texts after RFC 4180, its line end included. */
export const csvRow = (texts: readonly string[]): string => `${texts.map(quoted).join(',')}\r\n`

const quoted = (text: string): string =>
  /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
