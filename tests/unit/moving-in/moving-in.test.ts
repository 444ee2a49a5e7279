import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFile } from '#backend/moving-in/reading/read-file.ts'
import { query } from '#backend/platform/db/query.ts'
import type { Ledger } from '#backend/platform/ledger.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { dump } from '../../helpers/ledger-lab.ts'
import { type MovingLab, movingLab, type State } from './bringing.ts'
import { workbookOf } from './workbooks.ts'

forgetTemplate()

const noon = Date.UTC(2026, 10, 22, 3)

const open = async (): Promise<MovingLab & { readonly ledger: Ledger }> => {
  const { ledger } = await freshLedger()
  let now = noon
  return {
    ledger,
    ...movingLab(ledger, () => {
      now += 1
      return now
    }),
  }
}
const text = (...lines: string[]): Buffer => Buffer.from(lines.join('\n'))
const runOf = (state: State): number => state.run?.id ?? 0
const counted = ({ check }: State): Record<string, number> =>
  Object.fromEntries((check?.problems ?? []).map(({ problem, rows }) => [problem, rows]))

/** What a move writes and its undoing has to take back; what hangs on these follows them. */
const tables = [
  'customer',
  'customer_detail',
  'customer_figures',
  'customer_tag',
  'membership_card',
  'consent',
  'receipt',
  'receipt_line',
  'payment',
  'paper',
  'daily_total',
  'period_sum',
  'hour_sum',
  'customer_product_sum',
  'customer_day',
]

/** All of them, but for when a row was changed last; a detail that says nothing is none. */
const facts = ({ db }: Ledger): Record<string, string[]> => {
  const all = Object.entries(dump(db)).filter(([table]) => tables.includes(table))
  return Object.fromEntries(
    all.map(([table, rows]) => [
      table,
      rows
        .map((row) => String(row).replace(/"updated_at":\d+/, ''))
        .filter(
          (row) => table !== 'customer_detail' || /"birth_month":\d|"gender":"|"address":"[^"]/.test(row),
        ),
    ]),
  )
}

const messy = () =>
  workbookOf((sheet) => {
    sheet.addRow(['○○카페 고객 현황'])
    sheet.mergeCells('A1:F1')
    sheet.addRow(['고객명', '휴대폰', '생년월일', '잔여포인트', '비고', '수신동의'])
    sheet.addRow(['김영희', 1_000_005_678, new Date(Date.UTC(1990, 0, 2)), 1_200, '창가', 'Y'])
    sheet.addRow(['박철수', '010-0000-1111', '90-01-02', '3,400점', null, 'N'])
    sheet.addRow([
      '이민지',
      '+82 10-0000-2222',
      '1990년 1월 2일',
      null,
      { formula: '1&"잔"', result: '1잔' },
      null,
    ])
    sheet.addRow(['최지우', '010.0000.3333', 19_900_102, 0, null, null])
    sheet.addRow(['정다운', '01000004444', '1990.1.2(음)', { formula: 'A1' }, null, null])
    sheet.addRow(['한가람', '010-0000-5555', '곧', 500, null, null])
    sheet.addRow([null, '010-0000-6666', null, 70, null, null])
    sheet.addRow(['김영희', '01000005678', null, 1_200, null, null])
    sheet.addRow([])
    sheet.addRow(['고객명', '휴대폰', '생년월일', '잔여포인트', '비고', '수신동의'])
    sheet.addRow([null, null, null, 5, null, null])
    sheet.addRow(['합계', null, null, 6_370])
  })

describe('a messy workbook of customers', () => {
  it('is shown whole before anything is written, and then written as shown', async () => {
    const lab = await open()
    const before = facts(lab.ledger)
    const state = await lab.checked(await messy())
    expect(state.check).toMatchObject({ rows: 9, fresh: 6, refused: 3, known: 0, points: 5_170 })
    expect(counted(state)).toEqual({
      formula: 1,
      twin: 1,
      nobody: 1,
      'phone-mended': 1,
      'birthday-wrong': 1,
      'name-made-up': 1,
    })
    expect(facts(lab.ledger)).toEqual(before)
    lab.moving.run()
    const { run } = await lab.settled()
    expect(run).toMatchObject({ state: 'done', added: 6, refused: 3, points: 5_170 })
    const people = lab.ledger.reader.all(
      query
        .selectFrom('customer as c')
        .innerJoin('customer_figures as f', 'f.customer_id', 'c.id')
        .leftJoin('customer_detail as d', 'd.customer_id', 'c.id')
        .select(['c.name', 'c.phone', 'c.memo', 'f.points', 'd.birth_month', 'd.birth_calendar'])
        .orderBy('c.id'),
    )
    expect(people).toEqual([
      {
        name: '김영희',
        phone: '01000005678',
        memo: '창가',
        points: 1_200,
        birth_month: 1,
        birth_calendar: 'solar',
      },
      {
        name: '박철수',
        phone: '01000001111',
        memo: '',
        points: 3_400,
        birth_month: 1,
        birth_calendar: 'solar',
      },
      {
        name: '이민지',
        phone: '01000002222',
        memo: '1잔',
        points: 0,
        birth_month: 1,
        birth_calendar: 'solar',
      },
      { name: '최지우', phone: '01000003333', memo: '', points: 0, birth_month: 1, birth_calendar: 'solar' },
      {
        name: '한가람',
        phone: '01000005555',
        memo: '',
        points: 500,
        birth_month: null,
        birth_calendar: null,
      },
      {
        name: '손님 6666',
        phone: '01000006666',
        memo: '',
        points: 70,
        birth_month: null,
        birth_calendar: null,
      },
    ])
    const consents = lab.ledger.reader.all(query.selectFrom('consent').select(['how', 'given']))
    expect(consents).toEqual(consents.map(() => ({ how: 'import', given: 1 })))
    expect(consents).toHaveLength(7)
  })

  it('comes back where it was refused, and can be put right and brought in again', async () => {
    const lab = await open()
    await lab.brought(await messy())
    const { path, rows } = await lab.moving.refused('ko')
    expect(rows).toBe(3)
    const bytes = readFileSync(path)
    const [table] = readFile(bytes)
    expect(table?.rows[0]).toEqual([
      '넣지 못한 이유',
      '고객명',
      '휴대폰',
      '생년월일',
      '잔여포인트',
      '비고',
      '수신동의',
    ])
    expect(table?.rows.slice(1).map((row) => row[0])).toEqual([
      '수식의 값을 읽을 수 없어요. 엑셀에서 열어 저장한 뒤 다시 가져오세요.',
      '같은 번호가 이 파일의 위쪽에 이미 있어요.',
      '이름도 전화번호도 없어요.',
    ])
    const again = await lab.checked(bytes, 'skip')
    expect(again.check).toMatchObject({ fresh: 0, known: 1, refused: 2 })
  })

  it('is undone as a whole, and leaves the ledger as it was', async () => {
    const lab = await open()
    await lab.brought(text('이름,휴대폰', '원래손님,010-0000-9999'))
    const before = facts(lab.ledger)
    const state = await lab.brought(await messy())
    const undone = await lab.undone(runOf(state))
    expect(undone.run).toMatchObject({ state: 'undone', kept: 0 })
    expect(facts(lab.ledger)).toEqual(before)
    expect(lab.ledger.db.pragma('foreign_key_check')).toEqual([])
  })
})

describe('people who are there already', () => {
  const first = text('이름,휴대폰,메모', '김영희,010-0000-5678,', '박철수,010-0000-1111,단골')
  const second = text(
    '이름,휴대폰,메모,포인트,태그,생일,성별',
    '김영희,010-0000-5678,창가,300,VIP,1990.1.2,여',
    '박철수,010-0000-1111,다른 메모,0,,,',
  )

  it('are left as they are, or get what is missing; undoing takes only that back', async () => {
    const lab = await open()
    await lab.brought(first)
    const before = facts(lab.ledger)
    expect((await lab.checked(second, 'skip')).check).toMatchObject({ known: 2, points: 0, completed: 0 })
    const state = await lab.brought(second, 'complete')
    expect(state.run).toMatchObject({ added: 0, completed: 1, known: 1, points: 300 })
    const memos = lab.ledger.reader.all(query.selectFrom('customer').select('memo').orderBy('id'))
    expect(memos).toEqual([{ memo: '창가' }, { memo: '단골' }])
    await lab.undone(runOf(state))
    expect(facts(lab.ledger)).toEqual(before)
  })

  it('do not get the points of one file twice', async () => {
    const lab = await open()
    await lab.brought(second)
    const again = await lab.brought(second)
    expect(again.check).toMatchObject({ points: 0, broughtInAt: expect.any(Number) })
    expect(counted(again)).toMatchObject({ 'points-again': 1 })
    expect(lab.ledger.reader.all(query.selectFrom('customer_figures').select('points'))).toEqual([
      { points: 300 },
      { points: 0 },
    ])
  })

  it('stay where they have changed since, and that is told', async () => {
    const lab = await open()
    const state = await lab.brought(first)
    lab.ledger.unit.write((tx) =>
      tx.run(
        query
          .updateTable('customer')
          .set({ memo: '손님이 좋아함', updated_at: 1 })
          .where('name', '=', '김영희'),
      ),
    )
    const { run } = await lab.undone(runOf(state))
    expect(run).toMatchObject({ state: 'undone', kept: 1 })
    expect(lab.ledger.reader.all(query.selectFrom('customer').select('name'))).toEqual([{ name: '김영희' }])
  })
})

describe('past sales', () => {
  const people = text('이름,휴대폰', '김영희,010-0000-5678')
  const sales = text(
    '거래일시,주문번호,상품명,수량,단가,금액,결제수단,고객 연락처,상태',
    '2024-05-02 10:00,8,라떼,1,4500,4500,현금,01000007777,정상',
    '2024-05-01 14:30,7,라떼,2,4500,9000,카드,01000005678,정상',
    '2024-05-01 14:30,7,케이크,1,6000,6000,카드,01000005678,정상',
    '2024-05-03 11:00,9,라떼,1,4500,4500,카드,,정상',
    '2024-05-03 11:30,9,라떼,1,4500,4500,카드,,취소',
    '2024-05-04 11:30,10,라떼,1,4500,4500,카드,,취소',
    '언젠가,11,라떼,1,4500,4500,카드,,정상',
  )

  it('become receipts of their customers, refunds of their sales, and figures', async () => {
    const lab = await open()
    await lab.brought(people)
    const state = await lab.brought(sales)
    expect(state.check).toMatchObject({
      kind: 'sales',
      rows: 7,
      fresh: 4,
      refused: 2,
      attached: 1,
      sum: 19_500,
    })
    expect(counted(state)).toEqual({ cancelled: 1, 'date-wrong': 1, 'person-unknown': 1 })
    expect(state.run).toMatchObject({ receipts: 4, refused: 2 })
    const receipts = lab.ledger.reader.all(
      query.selectFrom('receipt').select(['receipt_number', 'kind', 'total', 'business_date']).orderBy('id'),
    )
    expect(receipts.map(({ receipt_number: n, kind, total }) => [n, kind, total])).toEqual([
      ['7', 'sale', 15_000],
      ['8', 'sale', 4_500],
      ['9', 'sale', 4_500],
      ['9', 'refund', -4_500],
    ])
    expect(lab.ledger.reader.first(query.selectFrom('customer_figures').selectAll())).toMatchObject({
      visits: 1,
      spend: 15_000,
      points: 0,
      last_visit: '2024-05-01',
    })
    expect(lab.ledger.reader.all(query.selectFrom('product').select('name'))).toEqual([
      { name: '라떼' },
      { name: '케이크' },
    ])
    // The same list again, in whatever order, adds nothing.
    const again = await lab.checked(sales)
    expect(again.check).toMatchObject({ fresh: 0, known: 4 })
  })

  it('are undone as a whole, and every sum with them', async () => {
    const lab = await open()
    await lab.brought(people)
    const before = facts(lab.ledger)
    const state = await lab.brought(sales)
    await lab.undone(runOf(state))
    expect(facts(lab.ledger)).toEqual(before)
    expect((await lab.brought(sales)).run).toMatchObject({ receipts: 4 })
  })
})

it('says in words why a file cannot be read, and takes the next one', async () => {
  const lab = await open()
  await lab.moving.begin('x', 4)
  lab.moving.part(Buffer.from([1, 2, 3, 0]).toString('base64'))
  expect((await lab.settled()).trouble).toEqual({ code: 'moving.not-a-table', params: {} })
  expect((await lab.checked(text('이름,전화', '김,01000005678'))).check).toMatchObject({ fresh: 1 })
})

it('stops when asked, tells how far it came, and goes on where it stopped', async () => {
  const lab = await open()
  const many = text(
    '이름,전화',
    ...Array.from({ length: 3_000 }, (_, n) => `손님,0100000${String(n).padStart(4, '0')}`),
  )
  await lab.checked(many)
  lab.moving.run()
  while ((lab.moving.state().progress?.done ?? 0) === 0) await new Promise((resolve) => setImmediate(resolve))
  lab.moving.cancel()
  const { run } = await lab.settled()
  expect(run?.state).toBe('stopped')
  const came = run?.added ?? 0
  expect(came).toBeGreaterThan(0)
  expect(came).toBeLessThan(3_000)
  const rest = await lab.brought(many)
  expect(rest.run).toMatchObject({ state: 'done', added: 3_000 - came, known: came })
})

it('calls a run stopped that a crash has left in its middle, and can undo it', async () => {
  const lab = await open()
  const state = await lab.brought(text('이름,전화', '김영희,010-0000-5678', '박철수,010-0000-1111'))
  lab.ledger.unit.write((tx) =>
    tx.run(query.updateTable('import_run').set({ state: 'running', ended_at: null })),
  )
  const after = movingLab(lab.ledger, () => noon + 1_000)
  expect(after.moving.runs()).toMatchObject([{ id: runOf(state), state: 'stopped', added: 2 }])
  expect((await after.undone(runOf(state))).run).toMatchObject({ state: 'undone', kept: 0 })
  expect(lab.ledger.reader.all(query.selectFrom('customer').select('id'))).toEqual([])
})
