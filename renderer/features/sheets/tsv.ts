/** Cells as spreadsheets put them on the clipboard: tabs between, line ends after, quotes where a cell needs them. */
export const tsvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quoted).join('\t')).join('\r\n')

const quoted = (text: string): string => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/**
 * What Excel, Hancom and Google put there. A last line end closes the last row and begins no other; a quote in the
 * middle of a cell is a sign like any other.
 */
export const cellsIn = (text: string): string[][] => {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const cell = (): string => {
    if (text[at] !== '"') {
      const end = /[\t\r\n]/.exec(text.slice(at))
      const plain = end === null ? text.slice(at) : text.slice(at, at + end.index)
      at += plain.length
      return plain
    }
    let inside = ''
    at += 1
    while (at < text.length) {
      const quote = text.indexOf('"', at)
      if (quote < 0) {
        inside += text.slice(at)
        at = text.length
        return inside
      }
      inside += text.slice(at, quote)
      at = quote + 1
      if (text[at] !== '"') break
      inside += '"'
      at += 1
    }
    // Whatever stands between the closing quote and the end of the cell belongs to it.
    const rest = /^[^\t\r\n]*/.exec(text.slice(at))?.[0] ?? ''
    at += rest.length
    return inside + rest
  }
  while (at < text.length) {
    row.push(cell())
    if (text[at] === '\t') {
      at += 1
      if (at === text.length) row.push('')
      continue
    }
    rows.push(row)
    row = []
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
  }
  if (row.length > 0) rows.push(row)
  return rows
}
