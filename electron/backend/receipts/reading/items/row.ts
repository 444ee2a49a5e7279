import { cellsIn } from '../../paper/cells.ts'
import type { Figure } from '../text/figure.ts'
import type { Line } from '../text/line.ts'
import { remembered } from '../text/remembering.ts'

/** One line of the item list, cut into its name and the figures flush right. */
export interface Row {
  readonly index: number
  readonly kind: 'blank' | 'rule' | 'text' | 'figures' | 'full'
  /** As printed, without bullets for options. */
  readonly name: string
  readonly indent: number
  /** A tax mark or a running number stands before the name: never an option, whatever its column. */
  readonly taxed: boolean
  /** The bullet that tells an option (`-`, `└`, `+` …), or ''. */
  readonly mark: string
  /** The figures at the end of the line, left to right. */
  readonly figures: readonly Figure[]
  /** The same, as printed. */
  readonly printed: readonly string[]
  /** Blanks between the name and the first figure. */
  readonly gap: number
  /** Columns at which those figures end. */
  readonly edges: readonly number[]
  /** Column at which the first of them begins; the line's width where there is none. */
  readonly nameRoom: number
  /** Columns that the name takes, indent included. */
  readonly nameWidth: number
}

const optionMark = /^(?:[└┗┕╰↳ㄴ→▶▷>＞+·ㆍ•]+|-+>?|=>|\(\+\)|ㅡ)\s*/
const taxMark = /^(?:[*#]|[TVFN]|면세?|과세?|\(면\)|\(과\)|면\)|비과세|영세?)$/
const annotation = /\[[\d,]+원?\]/g
const codeOnly = /^[*#]?[\dA-Z-]{4,}$/
/** A tax mark or a running number before a name; in which column it stands says nothing. */
const taxLead = /^(?:[*#]\s*(?=\D)|\d{1,3}[.)]\s+(?=\D))/
const nothingSaid = /^[-=*.·\s()[\]:]*$/
const leader = /\s*(?:[.·…]{2,}|[-_=~]{3,}|\s\/|:)\s*$/
const plusTail = /\s*\(\+\)\s*$/

const nameOf = (line: Pick<Line, 'text' | 'raw'>, end: number): string => {
  const start = line.text.search(/\S/)
  return line.raw.slice(start, end).replace(annotation, '').trim()
}

const isOfColumn = (figure: Figure | null): figure is Figure =>
  figure !== null && figure.bracket !== 'square' && !figure.code

const rowIn = remembered((line: Omit<Line, 'index' | 'big'>): Omit<Row, 'index'> => {
  const base = {
    indent: line.indent,
    taxed: false,
    mark: '',
    figures: [],
    printed: [],
    gap: 0,
    edges: [],
    nameRoom: 0,
    nameWidth: 0,
  }
  if (line.blank) return { ...base, kind: 'blank', name: '' }
  if (line.rule) return { ...base, kind: 'rule', name: '' }
  const { words } = line
  let last = words.length
  while (last > 1 && taxMark.test(words[last - 1]?.text ?? '') && words[last - 2]?.figure !== null) last -= 1
  let first = last
  const figures: Figure[] = []
  while (first > 0) {
    const figure = words[first - 1]?.figure ?? null
    if (!isOfColumn(figure)) break
    figures.unshift(figure)
    first -= 1
  }
  const start = words[first]?.start ?? line.text.length
  const whole = nameOf(line, first === words.length ? line.text.length : start)
  const marked = optionMark.exec(whole)?.[0] ?? ''
  const name = whole.slice(marked.length).replace(plusTail, '').replace(leader, '').trim()
  const empty =
    name === '' || nothingSaid.test(name) || (figures.length > 0 && codeOnly.test(name) && /\d{4}/.test(name))
  const kind = figures.length === 0 ? 'text' : empty ? 'figures' : 'full'
  return {
    ...base,
    taxed: taxLead.test(whole),
    kind,
    name: kind === 'figures' ? '' : name,
    mark: name === '' ? '' : marked.trim(),
    figures,
    gap: first === 0 ? 0 : start - (words[first - 1]?.end ?? start),
    printed: words.slice(first, last).map((word) => word.text),
    edges: figures.map((figure) => cellsIn(line.raw.slice(0, figure.end))),
    nameRoom: cellsIn(line.raw.slice(0, start)),
    nameWidth: line.indent + cellsIn(whole),
  }
})

export const rowOf = (line: Line): Row => ({ ...rowIn(line), index: line.index })

/** A line that holds nothing but a bar code or an article's code. */
export const isCode = (row: Row): boolean =>
  row.kind === 'text' && /^[*#]?\d{6,}$/.test(row.name.replace(/\s/g, ''))
