import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BlobReader, configure, TextWriter, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'
import Excel from 'exceljs'
import * as fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { createTill } from '#backend/devices/simulated/receipt-bytes.ts'
import { csvOfValues } from '#backend/open-export/csv.ts'
import { isExported, isExportedColumn } from '#backend/open-export/description.ts'
import { type BackendLab, startOpenLab } from '../../helpers/backend-lab.ts'
import { temporaryFolder } from '../../helpers/ledger-lab.ts'

configure({ useWebWorkers: false })

const shop = async (): Promise<BackendLab> => {
  const lab = await startOpenLab()
  const consent = { required: true, marketing: false } as const
  const { customerId } = await lab.call('customers.join', {
    name: '김영희',
    phone: '010-0000-5678',
    memo: '창가 자리, "따뜻한" 것\n둘째 줄',
    consent,
  })
  const till = createTill({ seed: 5, returns: 0 })
  const bytes = Buffer.concat([1, 2, 3].map(() => Buffer.from(till.next(Date.now() - 60_000).bytes)))
  await lab.call('sources.importFile', {
    name: 'pos.bin',
    base64: bytes.toString('base64'),
    encoding: 'cp949',
  })
  const [receipt] = await lab.call('receipts.recent', { limit: 1 })
  await lab.call('counter.attach', { receiptId: receipt?.id ?? 0, customerId, print: false })
  return lab
}

describe('everything, for leaving', () => {
  it('stands in a folder as tables and a workbook that say the same as the ledger', async () => {
    const lab = await shop()
    const target = temporaryFolder()
    const { path, people, files } = await lab.call('openExport.run', { target, zip: false, password: '' })
    expect(people).toBe(1)
    const tables = readdirSync(join(path, 'tables'))
    expect(files).toBe(tables.length + 2)
    const read = (name: string): Record<string, string>[] =>
      Papa.parse<Record<string, string>>(readFileSync(join(path, 'tables', name), 'utf8').slice(1), {
        header: true,
        skipEmptyLines: true,
      }).data
    expect(read('customer.csv')).toMatchObject([
      { name: '김영희', phone: '01000005678', memo: '창가 자리, "따뜻한" 것\n둘째 줄' },
    ])
    const rows = await lab.call('receipts.recent', { limit: 10 })
    const sum = rows.reduce((total, row) => total + row.total, 0)
    expect(read('receipt.csv').reduce((total, row) => total + Number(row['total']), 0)).toBe(sum)
    expect(read('points_entry.csv').length).toBeGreaterThan(0)

    const book = new Excel.Workbook()
    await book.xlsx.readFile(join(path, '단골장부.xlsx'))
    expect(book.worksheets.map(({ name }) => name)).toEqual(['고객', '영수증', '품목', '결제', '포인트'])
    expect(book.getWorksheet('고객')?.getRow(2).getCell(2).value).toBe('김영희')
    expect(book.getWorksheet('고객')?.getRow(2).getCell(3).value).toBe('01000005678')
    expect(book.getWorksheet('영수증')?.rowCount).toBe(1 + rows.length)
    const described = readFileSync(join(path, '설명.txt'), 'utf8')
    for (const table of tables) expect(described).toContain(table)
    // It is on record before it is there.
    const [logged] = await lab.call('access.list', { limit: 1, action: 'export' })
    expect(logged).toMatchObject({ method: 'openExport.run', people: 1 })
  })

  it('stands in an encrypted ZIP that opens with its password and with no other', async () => {
    const lab = await shop()
    const target = temporaryFolder()
    const password = '비 오는 날엔 라떼'
    const { path } = await lab.call('openExport.run', { target, zip: true, password })
    const bytes = readFileSync(path)
    expect(bytes.includes(Buffer.from('김영희'))).toBe(false)
    const open = async (secret: string): Promise<string> => {
      const zip = new ZipReader(new BlobReader(new Blob([bytes])), { password: secret })
      const entry = (await zip.getEntries()).find(({ filename }) => filename === 'tables/customer.csv')
      if (entry === undefined || entry.directory) throw new Error('No such file')
      expect(entry.encrypted).toBe(true)
      return entry.getData(new TextWriter())
    }
    expect(await open(password)).toContain('김영희')
    await expect(open('another one')).rejects.toThrow('password')
    const zip = new ZipReader(new BlobReader(new Blob([bytes])), { password })
    const book = (await zip.getEntries()).find(({ filename }) => filename === '단골장부.xlsx')
    if (book === undefined || book.directory) throw new Error('No workbook')
    const xlsx = await book.getData(new Uint8ArrayWriter())
    const workbook = new Excel.Workbook()
    await workbook.xlsx.load(Buffer.from(xlsx) as never)
    expect(workbook.getWorksheet('고객')?.rowCount).toBe(2)
  })

  it('leaves nothing behind where it cannot be written, and says so', async () => {
    const lab = await shop()
    const target = join(temporaryFolder(), 'gone', 'away')
    expect(await lab.refused('openExport.run', { target, zip: true, password: '' })).toMatchObject({
      code: 'backup.target-away',
    })
    expect(existsSync(target)).toBe(false)
    // A password without a ZIP would promise what it does not keep; a short one too.
    expect(
      await lab.refused('openExport.run', { target, zip: false, password: 'long enough' }),
    ).toMatchObject({ code: 'call.bad-input' })
    expect(await lab.refused('openExport.run', { target, zip: true, password: 'short' })).toMatchObject({
      code: 'call.bad-input',
    })
  })

  it('called off, it leaves nothing behind', async () => {
    const lab = await shop()
    const target = temporaryFolder()
    const running = lab.backend.call('openExport.run', { target, zip: false, password: '' })
    await lab.call('openExport.cancel', {})
    expect(await running).toMatchObject({ error: { code: 'backup.cancelled' } })
    expect(readdirSync(target)).toEqual([])
    expect(await lab.call('openExport.progress', {})).toMatchObject({ running: false })
  })

  it('holds neither PINs nor keys, nor what only the program needs', () => {
    expect(isExportedColumn('person', 'pin_hash')).toBe(false)
    expect(isExportedColumn('coupon_key', 'signing_key')).toBe(false)
    expect(isExported('chain_link')).toBe(false)
    expect(isExported('customer')).toBe(true)
  })
})

describe('a row of CSV', () => {
  it('reads back as it was written, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 6 }), (values) => {
        const clean = values.map((value) => value.replaceAll('\0', ''))
        expect(Papa.parse<string[]>(csvOfValues(clean).slice(0, -2), { delimiter: ',' }).data[0]).toEqual(
          clean,
        )
      }),
    )
  })
})
