import type { Lexicon } from '../vocabulary/lexicon.ts'
import { assign, type Columns, type Values } from './assign.ts'
import type { ColumnRole } from './columns.ts'
import type { DraftItem, DraftOption, Listed } from './draft.ts'
import { isCode, type Row } from './row.ts'
import { printedWidth, type Shape, shapeOf } from './shape.ts'

/** How one reading of the list takes its columns. */
export interface Hypothesis {
  readonly roles: readonly ColumnRole[]
  /** The quantity stands before the name. */
  readonly leadingQuantity: boolean
}

const note =
  /^(?:[(<[*※].*(?:포장|매장|배달|요청|테이블|이용|추가주문).*|.*(?:요청사항|맛있게|감사합니다|이용해).*)$/
/** Words that are said to an item rather than its name's end. */
const remark =
  /^(?:ice|hot|아이스|핫|따뜻|차갑|포장|매장|regular|large|small|tall|[lrsm]|곱빼기|덜|안|보통|[^가-힣]*추가|맵)/i
const promotion = /행사|증정|프로모션|이벤트|\d\+\d/
const present = /^(?:증정|사은품|덤|서비스)/
const leading = /^(\d{1,3})\s*(?:[xX*개]\s*)?\s+(\S.*)$/

/** The list while it is being read. */
interface Reader {
  readonly shape: Shape
  readonly hypothesis: Hypothesis
  readonly items: DraftItem[]
  readonly discounts: number[]
  /** Lines of words that wait for what follows them. */
  pending: Row[]
  stray: number
  proven: number
  disproven: number
  /** Words were taken for a remark that may be the rest of a name. */
  unsure: boolean
  /** An option printed without figures on the line just above. */
  open: DraftOption | null
}

const bare = (row: Row): DraftOption => ({ name: row.name, quantity: null, amount: null })

const nameOf = (row: Row, spare: number): string => {
  const figures = row.printed.slice(0, spare)
  return row.kind === 'full' && figures.length > 0 ? `${row.name} ${figures.join(' ')}` : row.name
}

const goOn = (reader: Reader, item: DraftItem, row: Row): void => {
  const glued = reader.shape.isFull(item.nameWidth) && row.indent <= reader.shape.base
  const text = row.mark === '' ? row.name : `${row.mark}${row.name}`
  const last = item.names.length - 1
  if (glued && last >= 0) item.names[last] = `${item.names[last] ?? ''}${text}`
  else item.names.push(text)
  item.nameWidth = row.nameWidth
}

/** Lines of words that no figures followed: the rest of the name above, or remarks to it. */
const settle = (reader: Reader): void => {
  const item = reader.items.at(-1)
  const { pending, shape } = reader
  reader.pending = []
  if (item === undefined) return
  let open = !item.stacked && item.options.length === 0
  for (const [index, row] of pending.entries()) {
    if (open && (index > 0 || shape.isRest(item, row))) {
      goOn(reader, item, row)
      continue
    }
    open = false
    if (note.test(row.name)) continue
    item.options.push(bare(row))
    if (!item.stacked && !remark.test(row.name)) reader.unsure = true
  }
}

/** Names that wait belong to the row that has just come, or to the item before it. */
const namesFor = (reader: Reader, row: Row): string[] => {
  const item = reader.items.at(-1)
  const belongs =
    item === undefined || row.kind === 'figures' || item.stacked || reader.shape.wraps === 'head'
  if (!belongs) settle(reader)
  const names = reader.pending.map((waiting) => waiting.name)
  reader.pending = []
  return names
}

/** Prices by measure are printed per piece, per 100 g for kg or g, and per kg for g. */
const scales = [1, 10, 0.01, 0.001]

const prove = (reader: Reader, values: Values): void => {
  const { unit, quantity, amount } = values
  // Nothing is sold for less than a won apiece: that was no count.
  if (quantity !== null && amount !== null && amount !== 0 && Math.abs(quantity) > Math.abs(amount))
    reader.disproven += 1
  // A service or gift keeps its price and costs nothing.
  if (unit === null || quantity === null || amount === null || amount === 0) return
  const product = Math.abs(unit * quantity)
  const due = Math.abs(amount)
  const discounted = due + Math.abs(values.discount ?? 0)
  const rounding = Number.isInteger(quantity) ? 1 : 10
  const used = Number.isInteger(quantity) && quantity < 20 ? [1] : scales
  const fits = used.some((scale) => {
    const price = product * scale
    return Math.abs(price - due) < rounding || Math.abs(price - discounted) < rounding
  })
  if (fits) reader.proven += 1
  else reader.disproven += 1
}

const addItem = (reader: Reader, row: Row, values: Values, lexicon: Lexicon): void => {
  const names = namesFor(reader, row)
  let { quantity } = values
  let name = nameOf(row, values.spare)
  const lead = reader.hypothesis.leadingQuantity && quantity === null ? leading.exec(name) : null
  if (lead !== null) {
    quantity = Number(lead[1])
    name = lead[2] ?? name
  }
  if (name !== '') names.push(name)
  const [only] = row.figures
  if (row.figures.length === 1 && (only?.value ?? 0) > 0 && lexicon.meaningOf(name)?.role === 'payment')
    reader.unsure = true
  prove(reader, { ...values, quantity })
  const product = values.unit !== null && quantity !== null ? Math.round(values.unit * quantity) : null
  reader.items.push({
    names,
    unit: values.unit,
    quantity,
    amount: values.amount ?? product ?? values.unit ?? 0,
    nameWidth: printedWidth(row, reader.shape.columns.roles.length),
    stacked: row.kind === 'figures',
    bare: values.amount === null && product === null && values.unit === null,
    options: [],
    discount: Math.abs(values.discount ?? 0),
  })
}

/** Figures on a line of their own: of the names that wait, or a remark to the item above. */
const addFigures = (reader: Reader, row: Row, values: Values, lexicon: Lexicon): void => {
  if (reader.pending.length > 0) return addItem(reader, row, values, lexicon)
  const item = reader.items.at(-1)
  const only = row.figures.length === 1 ? (values.amount ?? values.quantity) : null
  if (item !== undefined && only !== null && only < 0) {
    reader.discounts.push(-only)
    return
  }
  const product = values.unit !== null && values.quantity !== null ? values.unit * values.quantity : null
  const { open } = reader
  if (open !== null && item?.bare === false) {
    open.quantity = values.quantity
    open.amount = values.amount ?? product
    return
  }
  const repeats = item !== undefined && product !== null && Math.abs(product - item.amount) < 1
  if (item !== undefined && (repeats || item.bare)) {
    item.unit ??= values.unit
    item.quantity ??= values.quantity
    if (item.bare) item.amount = values.amount ?? item.amount
    if (values.amount !== null) item.bare = false
    if (repeats) reader.proven += 1
    return
  }
  reader.stray += 1
}

const ownCoupon = /^(?:\d{1,3}[).]?\s+)?[*#]?\([^)]*\)\s*\S/

/** `[라면] 3개 8,700원  -1,900`: a named row that only takes off, whatever figures its words hold. */
const takesOff = (row: Row, values: Values, lexicon: Lexicon): number | null => {
  const last = row.figures.at(-1)?.value ?? 0
  if (last >= 0 || row.mark !== '' || ownCoupon.test(row.name)) return null
  if (lexicon.meaningOf(row.name)?.role === 'delivery') return null
  if (row.figures.length === 1) return -last
  const product = (values.unit ?? 0) * (values.quantity ?? 0)
  const isItem = values.unit === null || Math.abs(product) === -last
  return isItem ? null : -last
}

/** A discount among the items, as a positive sum; null where the row is none. */
const discountIn = (row: Row, values: Values, lexicon: Lexicon): number | null => {
  const amount = values.amount ?? values.quantity
  if (amount === null || (amount > 0 && row.figures.length > 1)) return null
  if (amount < 0 && promotion.test(row.name)) return -amount
  if (/^[([][^)\]]*[)\]]\s*\S/.test(row.name) || lexicon.meaningOf(row.name)?.role !== 'discount') return null
  return Math.abs(amount)
}

/** A bullet is none where the name above had to stop and went on at the margin (`수제 커트 1` `+1기획`). */
const goesOn = (reader: Reader, item: DraftItem, row: Row): boolean =>
  row.mark === '+' &&
  row.indent <= reader.shape.base &&
  reader.shape.wraps === 'tail' &&
  !item.stacked &&
  item.options.length === 0 &&
  reader.shape.isFull(item.nameWidth)

/** `리본: 사랑해요`, `각인: KIM`: said of the article above, never the name of the next one. */
const saidOfIt = /^[가-힣A-Za-z]{1,6}\s?:\s?\S/

const addText = (reader: Reader, row: Row): void => {
  if (isCode(row) || row.name === '') return
  let item = reader.items.at(-1)
  if (item !== undefined && reader.pending.length === 0 && saidOfIt.test(row.name)) {
    reader.open = bare(row)
    item.options.push(reader.open)
    return
  }
  if (item === undefined || !reader.shape.isOption(row)) {
    reader.pending.push(row)
    return
  }
  if (reader.pending.length > 0) {
    if (item.stacked || reader.shape.wraps === 'head') {
      reader.pending.push(row)
      return
    }
    settle(reader)
    item = reader.items.at(-1) ?? item
  }
  if (goesOn(reader, item, row)) return goOn(reader, item, row)
  reader.open = bare(row)
  item.options.push(reader.open)
}

const addFull = (reader: Reader, row: Row, lexicon: Lexicon): void => {
  const values = assign(row, reader.shape.columns)
  const discount = discountIn(row, values, lexicon) ?? takesOff(row, values, lexicon)
  if (discount !== null) {
    settle(reader)
    reader.discounts.push(discount)
    return
  }
  const item = reader.items.at(-1)
  const gift = row.mark === '' && values.quantity !== null && present.test(row.name)
  const option = item !== undefined && !gift && reader.shape.isOption(row)
  if (option && reader.pending.length > 0 && !item.stacked && reader.shape.wraps === 'tail') settle(reader)
  if (option && reader.pending.length === 0) {
    item.options.push({ name: nameOf(row, values.spare), quantity: values.quantity, amount: values.amount })
  } else addItem(reader, row, values, lexicon)
}

const endsInSum = /\s[-+]?\d{1,3}(?:,\d{3})+$/

/** Reads the rows of the item list one way. Never throws; what finds no place is counted as stray. */
export const assemble = (
  printed: readonly Row[],
  hypothesis: Hypothesis,
  edges: readonly number[] | null,
  lexicon: Lexicon,
): Listed => {
  const columns: Columns = { roles: hypothesis.roles, edges, priceFirst: true }
  const reader: Reader = {
    shape: shapeOf(printed, columns),
    hypothesis,
    items: [],
    discounts: [],
    pending: [],
    stray: 0,
    proven: 0,
    disproven: 0,
    unsure: false,
    open: null,
  }
  for (const row of reader.shape.rows) {
    if (row.kind !== 'figures') reader.open = null
    if (row.kind === 'rule' && reader.items.at(-1)?.stacked === false) settle(reader)
    else if (row.kind === 'text') addText(reader, row)
    else if (row.kind === 'figures') addFigures(reader, row, assign(row, reader.shape.columns), lexicon)
    else if (row.kind === 'full') addFull(reader, row, lexicon)
  }
  settle(reader)
  const { items, discounts, stray, proven, disproven } = reader
  // `경유 1,512`: a column was taken for a part of the name.
  const swallowed = items.some((item) => item.names.some((name) => endsInSum.test(name)))
  const doubtful = reader.shape.doubtful || reader.unsure || swallowed
  return { items, discounts, stray, proven, disproven, doubtful }
}
