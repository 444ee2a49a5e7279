import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import Excel from 'exceljs'
import { describe, expect, it } from 'vitest'
import { query } from '#backend/platform/db/query.ts'
import { csvLine } from '#backend/sheets/csv.ts'
import { forgetTemplate } from '../../helpers/fresh-ledger.ts'
import { sheetLab, somebody } from './sheet-lab.ts'

forgetTemplate()

const people = [
  somebody(1, {
    name: '김영희',
    phone: '01000005678',
    memo: '=1+1',
    spend: 13_500,
    lastVisit: '2026-11-20',
    tags: ['단골'],
  }),
  somebody(2, { name: '박철수', memo: '말, "따옴표"', spend: -500 }),
]
const asked = {
  sheet: 'customers' as const,
  selection: { filter: {}, exceptKeys: [] },
  columns: ['name', 'phone', 'spend', 'lastVisit', 'memo'],
  headings: ['이름', '전화번호', '쓴 돈', '마지막 방문', '메모'],
  sort: [{ column: 'spend', descending: true }],
}

const opened = async (path: string): Promise<Excel.Worksheet> => {
  const book = new Excel.Workbook()
  await book.xlsx.load(Uint8Array.from(readFileSync(path)).buffer)
  const [sheet] = book.worksheets
  if (sheet === undefined) throw new Error('No sheet in it')
  return sheet
}

describe('what leaves the shop', () => {
  it('is an Excel file with figures and days as such, phones as text, and why is kept before it leaves', async () => {
    const lab = await sheetLab(people)
    const reason = '세무사에게 보냄'
    const file = await lab.sheets().exporting.run({ ...asked, format: 'xlsx', reason })
    expect(file).toMatchObject({ rows: 2, people: 2 })
    expect(basename(file.path)).toBe('고객 2026-11-22.xlsx')
    // A file that is there stays.
    const again = await lab.sheets().exporting.run({ ...asked, format: 'xlsx', reason })
    expect(basename(again.path)).toBe('고객 2026-11-22 2.xlsx')
    const sheet = await opened(file.path)
    expect(sheet.getRow(1).values).toEqual([undefined, ...asked.headings])
    const row = sheet.getRow(2)
    expect(row.getCell(1).value).toBe('김영희')
    expect(row.getCell(2).value).toBe('010-0000-5678')
    expect(row.getCell(3).value).toBe(13_500)
    expect(row.getCell(4).value).toEqual(new Date('2026-11-20T00:00:00Z'))
    // Text, not a formula.
    expect(row.getCell(5).value).toBe('=1+1')
    expect(lab.ledger().reader.all(query.selectFrom('sheet_reason').selectAll())).toMatchObject([
      { what: 'export', sheet: 'customers', rows: 2, reason },
      { what: 'export' },
    ])
  })

  it('without a reason has names and phones masked and memos left out', async () => {
    const lab = await sheetLab(people)
    const file = await lab.sheets().exporting.run({ ...asked, format: 'xlsx', reason: null })
    const sheet = await opened(file.path)
    const row = sheet.getRow(2)
    expect([1, 2, 5].map((cell) => row.getCell(cell).value)).toEqual(['김*희', '****-5678', null])
    const csv = await lab.sheets().exporting.run({ ...asked, format: 'csv', reason: null })
    const text = readFileSync(csv.path, 'utf8')
    expect(text).not.toMatch(/영희|01000005678|따옴표/)
    expect(lab.ledger().reader.all(query.selectFrom('sheet_reason').selectAll())).toEqual([])
  })

  it('as CSV opens in Excel as Korean, and nothing in it becomes a formula', () => {
    expect(csvLine(['text', 'won', 'text'], ['=HYPERLINK("x")', -500, '말, "따옴표"'])).toBe(
      '"\'=HYPERLINK(""x"")",-500,"말, ""따옴표"""\r\n',
    )
    expect(
      csvLine(['moment', 'bool', 'phone'], [Date.parse('2026-11-22T14:02:00+09:00'), 1, '021234567']),
    ).toBe('2026-11-22 14:02,O,02-123-4567\r\n')
  })

  it('leaves out the rows that were taken out of the selection, and keeps to the most that a file holds', async () => {
    const lab = await sheetLab(people)
    const selection = { filter: {}, exceptKeys: ['1'] }
    const file = await lab.sheets().exporting.run({ ...asked, selection, format: 'csv', reason: '확인' })
    expect(file.rows).toBe(1)
    expect(readFileSync(file.path, 'utf8')).not.toContain('김영희')
  })

  it('phones are whole in the sheet for ten minutes after a reason, not when the clock goes back', async () => {
    const lab = await sheetLab(people)
    const phone = (): unknown => lab.column('phone')['1']
    expect(phone()).toBe('****-5678')
    lab.sheets().revealing.reveal({ sheet: 'customers', reason: '배달 연락' })
    expect(phone()).toBe('01000005678')
    const { now } = lab.time
    lab.time.now = now - 60_000
    expect(phone()).toBe('****-5678')
    lab.time.now = now + 10 * 60_000
    expect(phone()).toBe('****-5678')
  })
})
