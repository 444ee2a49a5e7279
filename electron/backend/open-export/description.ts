/** One file of the export and what stands in it. */
export interface ExportedFile {
  readonly name: string
  readonly rows: number
  readonly columns: readonly string[]
}

/** What the tables that an owner knows are, in their words; others are named as the program names them. */
const meanings: Readonly<Record<string, string>> = {
  customer: '고객 (이름, 전화, 메모는 이 표에만 있어요)',
  customer_figures: '고객별 방문과 매출, 포인트 합계',
  consent: '동의한 기록 (wording_id의 문구에 given = 1이면 동의, 0이면 철회)',
  consent_wording: '동의를 받을 때 보여 준 문구',
  household: '가족·회사 묶음',
  household_member: '묶음에 든 고객과 포인트를 함께 쓰는 동의',
  receipt: '영수증 (sale 판매, refund 환불, order 주문)',
  receipt_line: '영수증의 품목',
  payment: '영수증의 결제',
  points_entry: '포인트가 늘고 준 기록 (합이 잔액이에요)',
  points_lot: '적립된 포인트와 소멸일',
  product: '상품',
  product_name: '영수증에 찍힌 이름과 상품의 짝',
  category: '상품 분류',
  coupon: '쿠폰',
  stamp_entry: '스탬프가 늘고 준 기록',
  tier_entry: '등급이 바뀐 기록',
  daily_total: '하루 합계',
  slip: '인쇄한 전표 (내용은 빠져 있어요)',
  person: '일하는 사람 (PIN은 빠져 있어요)',
  access_entry: '접속 기록',
  shop: '가게',
}

/** Tables that say nothing to anybody but this program, or that only repeat others in another form. */
const inner: ReadonlySet<string> = new Set([
  'ledger_state',
  'ingest_position',
  'chain_link',
  'paper_bytes',
  'counter_waiting',
  'customer_month',
  'access_kept',
  'door_settings',
  'coupon_secret',
])

export const isExported = (table: string): boolean => !inner.has(table) && !table.startsWith('sqlite_')

/** Columns that must not leave the ledger even with its owner. */
export const isExportedColumn = (table: string, column: string): boolean =>
  !(table === 'person' && column === 'pin_hash') && !/secret|signing_key/.test(column)

/**
 * The page that explains the files to whoever reads them next, in Korean.
 * @param at `2026-11-22 21:04`
 */
export const describeExport = (shop: string, at: string, files: readonly ExportedFile[]): string =>
  [
    `${shop}의 장부를 그대로 옮긴 것이에요. (${at})`,
    '',
    '· 단골장부.xlsx: 고객, 영수증, 품목, 결제, 포인트를 엑셀로 바로 열어 볼 수 있어요.',
    '· tables 폴더: 모든 표를 CSV로 담았어요. 글자는 UTF-8(BOM), 줄 끝은 CRLF, 값에 쉼표나 따옴표가 있으면 큰따옴표로 감쌌어요(RFC 4180).',
    '· 돈은 원, 포인트는 점 단위의 정수예요. 이름이 _at으로 끝나거나 at인 값은 1970-01-01 00:00 UTC부터의 밀리초예요.',
    '· 이름이 _on, _date로 끝나는 값은 한국 날짜(YYYY-MM-DD)예요. 1은 예, 0은 아니요예요.',
    '· id로 표끼리 이어져요: receipt.customer_id는 customer.id, receipt_line.receipt_id는 receipt.id예요.',
    '',
    ...files.map(({ name, rows, columns }) => {
      const meaning = meanings[name]
      const head = `tables/${name}.csv  ${rows}줄${meaning === undefined ? '' : `  ${meaning}`}`
      return `${head}\n    ${columns.join(', ')}`
    }),
    '',
    '이 파일들에는 손님의 개인정보가 들어 있어요. 다 쓴 뒤에는 지워 주세요.',
    '',
  ].join('\r\n')
