import { cellsOf } from '../../paper/cells.ts'
import type { Line } from '../text/line.ts'
import { remembered } from '../text/remembering.ts'
import { type Column, type ColumnRole, isFigureRole } from './columns.ts'

/** The head of the item list. */
export interface Header {
  /** Index of its first and last line. */
  readonly first: number
  readonly last: number
  readonly columns: readonly Column[]
}

const words: readonly (readonly [ColumnRole, string])[] = [
  [
    'name',
    '상품명 상품(코드) 상품 품명 품목명 품목 메뉴명 메뉴 제품명 제품 항목 내역 내용 시술명 시술내역 시술 서비스명 서비스 도서명 도서 약품명 약품 ' +
      '구매내역 주문메뉴 주문내역 상품코드/명 물품명 물품 적요 이용내역 종목 유종 item items description menu product name 상세 품명/규격 ' +
      '상품명(코드) 상품명/코드 구분 주문상품 품 디자이너/시술 관리명 객실 좌석',
  ],
  ['code', '코드 상품코드 품번 code 바코드 규격 칼라 컬러 색상 사이즈 옵션 isbn 비고'],
  ['number', 'no no. 번호 순번 순'],
  [
    'unit',
    '단가 g당단가 근당단가 kg당단가 판매단가 판매가 단가(원) price unit unitprice u.price @ 할인가 회원가 결제가 실결제가',
  ],
  ['list', '정가 정상가 소비자가 권장소비자가 시중가 listprice'],
  ['quantity', "수량 개수 갯수 qty q'ty qt ea 량 주유량 수 횟수 인원 리터 리터(l) 중량 무게 그램 kg"],
  ['discount', '할인 할인액 할인금액 d/c dc 에누리 discount disc'],
  // What others pay (공단부담) is no part of the sale either.
  ['tax', '부가세 세액 vat tax 공단부담 공단부담금 보험자부담 조합부담 지원금'],
  [
    'amount',
    '금액 금액(원) 합계 총액 소계 합계금액 판매금액 결제금액 amount amt amt. total 계 가격 매가 합계(원) 요금 금액원 공급가액 ' +
      '본인부담 본인부담금 환자부담 환자부담금',
  ],
]
const byText = new Map<string, ColumnRole>()
for (const [role, list] of words) for (const word of list.split(' ')) byText.set(word, role)
const longestWord = 12

const candidate = /수량|금액|단가|가격|qty|q.ty|amount|price|amt|개수|요금|판매가|정가|정상가|결제가|부담/i
const digits = /\d/
const junk = /[/|()[\]{}.,*:·+\-=_<>]/
const minimum = 2

interface Sign {
  readonly sign: string
  readonly right: number
}

const signsOf = (line: Line): Sign[] => {
  const out: Sign[] = []
  let column = 0
  for (let i = 0; i < line.text.length; i += 1) {
    column += cellsOf(line.raw.charCodeAt(i))
    const sign = line.text.charAt(i)
    if (sign !== ' ') out.push({ sign: sign.toLowerCase(), right: column })
  }
  return out
}

interface Match {
  readonly columns: Column[]
  readonly unmatched: number
}

/** The longest known word that begins at sign `from`. */
const wordAt = (signs: readonly Sign[], from: number): { length: number; column: Column } | null => {
  let text = ''
  let found: { length: number; column: Column } | null = null
  for (let n = 1; n <= longestWord && from + n <= signs.length; n += 1) {
    const sign = signs[from + n - 1]
    text += sign?.sign ?? ''
    const role = byText.get(text)
    if (role !== undefined) found = { length: n, column: { role, right: sign?.right ?? 0 } }
  }
  return found
}

const match = (line: Line): Match => {
  const signs = signsOf(line)
  const columns: Column[] = []
  let unmatched = 0
  let i = 0
  while (i < signs.length) {
    const word = wordAt(signs, i)
    if (word !== null) {
      columns.push(word.column)
      i += word.length
      continue
    }
    if (!junk.test(signs[i]?.sign ?? '')) unmatched += 1
    i += 1
  }
  return { columns, unmatched }
}

const hasRole = (columns: readonly Column[], role: ColumnRole): boolean =>
  columns.some((column) => column.role === role)

const isHeader = (found: Match): boolean => {
  const { columns, unmatched } = found
  const roles = new Set(columns.map((column) => column.role))
  if (roles.size < minimum || unmatched > 3) return false
  if (!roles.has('amount') && !roles.has('unit') && !roles.has('quantity')) return false
  return (
    roles.has('name') ||
    roles.has('code') ||
    (roles.has('quantity') && (roles.has('amount') || roles.has('unit')))
  )
}

/** A list price is what others sell at where another price stands beside it, and the unit price where none does. */
const listed = (columns: readonly Column[]): Column[] =>
  hasRole(columns, 'unit')
    ? [...columns]
    : columns.map((column) => (column.role === 'list' ? { ...column, role: 'unit' } : column))

/** Of two unit prices the first is the list price. */
const priced = (columns: readonly Column[]): Column[] => {
  const last = columns.findLastIndex((column) => column.role === 'unit')
  return columns.map((column, index) =>
    column.role === 'unit' && index !== last ? { ...column, role: 'list' } : column,
  )
}

/** `판매가 … 가격` and the like: the last price is the amount, one before it the unit price. */
const settled = (columns: readonly Column[]): Column[] => {
  if (hasRole(columns, 'amount')) {
    const last = columns.findLastIndex((column) => column.role === 'amount')
    return columns.map((column, index) =>
      column.role === 'amount' && index !== last ? { ...column, role: 'unit' } : column,
    )
  }
  const last = columns.findLastIndex((column) => isFigureRole(column.role))
  if (columns[last]?.role !== 'unit') return [...columns]
  return columns.map((column, index) => (index === last ? { ...column, role: 'amount' } : column))
}

const nameAlone = (line: Line | undefined): Column | null => {
  if (line === undefined || digits.test(line.compact)) return null
  const role = byText.get(line.compact.toLowerCase().replace(/[^가-힣a-z]/g, ''))
  return role === 'name' ? { role, right: 0 } : null
}

/** A line that holds nothing but a column's name (`메뉴`). */
export const isHeadWord = (text: string): boolean =>
  byText.get(text.toLowerCase().replace(/[^가-힣a-z]/g, '')) === 'name'

const headIn = remembered((line: Line): Match | null => {
  if (digits.test(line.compact) || line.compact.length > 40 || !candidate.test(line.compact)) return null
  const printed = match(line)
  const found: Match = { ...printed, columns: listed(printed.columns) }
  return isHeader(found) ? found : null
})

/** Finds the head of the item list from line `from` on; null when the paper has none. */
export const headerFrom = (lines: readonly Line[], from: number): Header | null => {
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index]
    const found = line === undefined || line.blank || line.rule ? null : headIn(line)
    if (found === null) continue
    const above = hasRole(found.columns, 'name') ? null : nameAlone(lines[index - 1])
    const columns = priced(settled(above === null ? found.columns : [above, ...found.columns]))
    return { first: above === null ? index : index - 1, last: index, columns }
  }
  return null
}
