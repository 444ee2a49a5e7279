import { limits, type Table, UnreadableFile } from './table.ts'
import { readSheet, type SheetContext } from './xlsx-sheet.ts'
import { attribute, plain, tagsOf } from './xml.ts'
import { openZip } from './zip.ts'

/**
 * The sheets of a workbook that have anything in them, hidden ones left out. Formulas count as what they came to when
 * the workbook was saved.
 * @throws UnreadableFile
 */
export const readWorkbook = (bytes: Buffer): Table[] => {
  const zip = openZip(bytes)
  const workbook = zip.text('xl/workbook.xml')
  if (workbook === null) throw new UnreadableFile('not-a-table')
  const context: SheetContext = {
    strings: sharedStrings(zip.text('xl/sharedStrings.xml') ?? ''),
    dateStyles: dateStyles(zip.text('xl/styles.xml') ?? ''),
    from1904: /date1904\s*=\s*["'](?:1|true)["']/.test(workbook),
  }
  const tables = sheetsOf(workbook, zip.text('xl/_rels/workbook.xml.rels') ?? '').flatMap(
    ({ name, path }) => {
      const xml = zip.text(path)
      const rows = xml === null ? [] : readSheet(xml, context)
      return rows.length === 0 ? [] : [{ name, rows }]
    },
  )
  if (tables.length === 0) throw new UnreadableFile('empty')
  return tables
}

interface SheetPlace {
  readonly name: string
  readonly path: string
}

const sheetsOf = (workbook: string, relations: string): SheetPlace[] => {
  const targets = new Map<string, string>()
  for (const tag of tagsOf(relations)) {
    const id = attribute(tag, 'Id')
    const target = attribute(tag, 'Target')
    if (tag.name === 'Relationship' && id !== null && target !== null) {
      targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    }
  }
  const found: SheetPlace[] = []
  for (const tag of tagsOf(workbook)) {
    if (tag.name !== 'sheet' || tag.closing || (attribute(tag, 'state') ?? 'visible') !== 'visible') continue
    const path = targets.get(attribute(tag, 'id') ?? '')
    if (path !== undefined) found.push({ name: attribute(tag, 'name') ?? '', path })
  }
  return found
}

const sharedStrings = (xml: string): string[] => {
  const strings: string[] = []
  let text = ''
  let phonetic = false
  let from = -1
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'si') {
      if (tag.closing || tag.empty) strings.push(text.slice(0, limits.cellLength))
      text = ''
    } else if (tag.name === 'rPh') phonetic = !tag.closing
    else if (tag.name === 't' && !phonetic && !tag.empty) {
      if (tag.closing && from >= 0) text += plain(xml.slice(from, tag.start))
      from = tag.closing ? -1 : tag.end
    }
  }
  return strings
}

/** Built-in formats that show a date or a time, Korean ones included. */
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58)

/** A format of the file's own shows a date when, besides quoted words and colours, it names years, days or hours. */
const showsDate = (format: string): boolean =>
  /[ydh]|m{1,5}|ss/i.test(format.replace(/"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]|General|_./gi, ''))

const dateStyles = (xml: string): boolean[] => {
  const own = new Map<number, boolean>()
  const styles: boolean[] = []
  let inCells = false
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'numFmt') {
      own.set(Number(attribute(tag, 'numFmtId')), showsDate(attribute(tag, 'formatCode') ?? ''))
    } else if (tag.name === 'cellXfs') inCells = !tag.closing && !tag.empty
    else if (tag.name === 'xf' && inCells && !tag.closing) {
      const id = Number(attribute(tag, 'numFmtId') ?? 0)
      styles.push(own.get(id) ?? builtIn(id))
    }
  }
  return styles
}
