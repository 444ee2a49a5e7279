import type { Lexicon } from '../vocabulary/lexicon.ts'
import { assign, type Columns, type Values } from './assign.ts'
import type { ColumnRole } from './columns.ts'
import type { DraftItem, Listed } from './draft.ts'
import { isCode, type Row } from './row.ts'

/** How one reading of the list takes its columns. */
export interface Hypothesis {
  readonly roles: readonly ColumnRole[]
  /** The quantity stands before the name. */
  readonly leadingQuantity: boolean
}

const note =
  /^(?:[(<[*※].*(?:포장|매장|배달|요청|테이블|이용|추가주문).*|.*(?:요청사항|맛있게|감사합니다|이용해).*)$/
const promotion = /행사|증정|프로모션|이벤트|\d\+\d/
const fullness = 0.6
const deeper = 2
const nearEdge = 2

const fullEdges = (rows: readonly Row[], count: number): number[] | null => {
  const full = rows.filter((row) => row.figures.length === count)
  const sample = full[0]
  if (sample === undefined || count === 0) return null
  return sample.edges.map((_, column) => {
    const seen = full.map((row) => row.edges[column] ?? 0).sort((a, b) => a - b)
    return seen[Math.floor(seen.length / 2)] ?? 0
  })
}

/** The bullets that this list puts before its items themselves, so that they tell no option. */
const bulletOf = (rows: readonly Row[]): string => {
  const first = rows.find((row) => row.kind === 'full' || row.kind === 'text')
  return first?.mark ?? ''
}

const baseIndent = (rows: readonly Row[]): number => {
  let least = Number.POSITIVE_INFINITY
  for (const row of rows) if (row.kind === 'full' || row.kind === 'text') least = Math.min(least, row.indent)
  return Number.isFinite(least) ? least : 0
}

/** `콜라 500` with nothing in the columns: the figure is part of the name. */
const isInName = (row: Row, columns: Columns): boolean => {
  const [figure] = row.figures
  if (row.kind !== 'full' || figure === undefined || row.figures.length !== 1) return false
  if (figure.grouped || figure.unit === 'won' || figure.negative || columns.roles.length < 2) return false
  if (figure.unit === 'measure' || row.gap < 2) return true
  if (columns.edges === null) return false
  const edge = row.edges[0] ?? 0
  return columns.edges.every((right) => Math.abs(right - edge) > nearEdge)
}

const asText = (row: Row): Row => ({
  ...row,
  kind: 'text',
  name: `${row.name} ${row.printed.join(' ')}`,
  nameWidth: row.edges[0] ?? row.nameWidth,
  figures: [],
  printed: [],
  edges: [],
})

const nameWithSpare = (row: Row, values: Values): string => {
  const spare = row.printed.slice(0, values.spare)
  return row.kind === 'full' && spare.length > 0 ? `${row.name} ${spare.join(' ')}` : row.name
}

/** Reads the rows of the item list one way. Never throws; what finds no place is counted as stray. */
export const assemble = (
  printedRows: readonly Row[],
  hypothesis: Hypothesis,
  edges: readonly number[] | null,
  lexicon: Lexicon,
): Listed => {
  const columns: Columns = {
    roles: hypothesis.roles,
    edges: fullEdges(printedRows, hypothesis.roles.length) ?? edges,
  }
  const rows = printedRows.map((row) => (isInName(row, columns) ? asText(row) : row))
  const bullet = bulletOf(rows)
  const base = baseIndent(rows)
  const printed = rows.filter((row) => row.kind !== 'blank' && row.kind !== 'rule')
  const startsWithText = printed[0]?.kind === 'text'
  const room = Math.min(...printed.filter((row) => row.kind === 'full').map((row) => row.nameRoom), 99)
  const items: DraftItem[] = []
  const discounts: number[] = []
  let pending: Row[] = []
  let stray = 0
  let proven = 0
  let disproven = 0

  const isOption = (row: Row): boolean =>
    (row.mark !== '' && row.mark !== bullet) || (row.indent >= base + deeper && bullet === '')

  const check = (values: Values): void => {
    if (values.unit === null || values.quantity === null || values.amount === null) return
    const product = values.unit * values.quantity
    const fits =
      Math.abs(product - values.amount) < 1 ||
      Math.abs(product - values.amount - Math.abs(values.discount ?? 0)) < 1
    if (fits || Math.abs(Math.abs(product) - Math.abs(values.amount)) < 1) proven += 1
    else disproven += 1
  }

  const settlePending = (last: DraftItem | undefined): void => {
    if (last !== undefined) {
      for (const row of pending) {
        const wrapped = !last.stacked && last.nameWidth >= room * fullness && last.options.length === 0
        if (wrapped) {
          last.names.push(row.indent > base ? ` ${row.name}` : row.name)
          last.nameWidth = room
        } else if (!note.test(row.name)) last.options.push({ name: row.name, quantity: null, amount: null })
      }
    }
    pending = []
  }

  /** Names that wait belong to the row that has just come, or to the item before. */
  const headNames = (row: Row, last: DraftItem | undefined): string[] => {
    const belongs =
      last === undefined ||
      row.kind === 'figures' ||
      last.stacked ||
      startsWithText ||
      pending.some((waiting) => waiting.nameWidth >= room - 1)
    if (!belongs) settlePending(last)
    const names = pending.map((waiting) => waiting.name)
    pending = []
    return names
  }

  const pushItem = (row: Row, values: Values, last: DraftItem | undefined): void => {
    const names = headNames(row, last)
    let { quantity } = values
    let name = nameWithSpare(row, values)
    const lead = hypothesis.leadingQuantity ? /^(\d{1,3})\s*(?:[xX*개]\s*)?\s+(\S.*)$/.exec(name) : null
    if (lead !== null && quantity === null) {
      quantity = Number(lead[1])
      name = lead[2] ?? name
    }
    if (name !== '') names.push(name)
    check({ ...values, quantity })
    const discount = Math.abs(values.discount ?? 0)
    const fromProduct = values.unit !== null && quantity !== null ? Math.round(values.unit * quantity) : null
    items.push({
      names,
      unit: values.unit,
      quantity,
      amount: values.amount ?? fromProduct ?? values.unit ?? 0,
      nameWidth: row.nameWidth,
      stacked: row.kind === 'figures',
      bare: values.amount === null && fromProduct === null && values.unit === null,
      options: [],
      discount,
    })
  }

  const figuresAlone = (row: Row, values: Values, last: DraftItem | undefined): void => {
    if (pending.length > 0) return pushItem(row, values, last)
    const only = row.figures.length === 1 ? (values.amount ?? values.quantity) : null
    if (last === undefined) {
      stray += 1
      return
    }
    if (only !== null && only < 0) {
      discounts.push(-only)
      return
    }
    const product = values.unit !== null && values.quantity !== null ? values.unit * values.quantity : null
    if (product !== null && Math.abs(product - last.amount) < 1) {
      last.unit ??= values.unit
      last.quantity ??= values.quantity
      proven += 1
      return
    }
    if (last.bare) {
      last.amount = values.amount ?? last.amount
      last.bare = values.amount === null
      last.unit ??= values.unit
      last.quantity ??= values.quantity
      return
    }
    stray += 1
  }

  const asDiscount = (row: Row, values: Values): number | null => {
    const amount = values.amount ?? values.quantity
    if (amount === null || (amount > 0 && row.figures.length > 1)) return null
    if (amount < 0 && promotion.test(row.name)) return -amount
    const meaning = lexicon.meaningOf(row.name)
    if (meaning?.role !== 'discount' || /^[([]/.test(row.name)) return null
    return Math.abs(amount)
  }

  for (const row of rows) {
    const last = items.at(-1)
    if (row.kind === 'blank') continue
    if (row.kind === 'rule') {
      if (last !== undefined && !last.stacked) settlePending(last)
      continue
    }
    if (row.kind === 'text') {
      if (isCode(row) || row.name === '') continue
      if (last !== undefined && pending.length === 0 && isOption(row)) {
        last.options.push({ name: row.name, quantity: null, amount: null })
      } else pending.push(row)
      continue
    }
    const values = assign(row, columns)
    if (row.kind === 'figures') {
      figuresAlone(row, values, last)
      continue
    }
    const discount = asDiscount(row, values)
    if (discount !== null) {
      settlePending(last)
      discounts.push(discount)
    } else if (last !== undefined && pending.length === 0 && isOption(row)) {
      last.options.push({
        name: nameWithSpare(row, values),
        quantity: values.quantity,
        amount: values.amount,
      })
    } else pushItem(row, values, last)
  }
  settlePending(items.at(-1))
  return { items, discounts, stray, proven, disproven }
}
