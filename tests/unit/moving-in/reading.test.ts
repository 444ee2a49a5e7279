import { deflateRawSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { createRandom } from '#backend/devices/simulated/random.ts'
import { readFile } from '#backend/moving-in/reading/read-file.ts'
import { serialText } from '#backend/moving-in/reading/serial-date.ts'
import { UnreadableFile } from '#backend/moving-in/reading/table.ts'
import { workbookOf } from './workbooks.ts'

const reasonOf = (bytes: Buffer): string => {
  try {
    readFile(bytes)
  } catch (error) {
    if (error instanceof UnreadableFile) return error.reason
    throw error
  }
  return 'read'
}

const csv = '이름,전화번호\r\n"김, 영희",010-0000-5678\r\n똠방,="01000001234"\r\n'
const rows = [
  ['이름', '전화번호'],
  ['김, 영희', '010-0000-5678'],
  ['똠방', '01000001234'],
]

describe('a text file', () => {
  it.each([
    ['CP949', iconv.encode(csv, 'cp949')],
    ['UTF-8', Buffer.from(csv)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${csv}`)],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${csv}`, 'utf16le')],
    ['UTF-16 without', iconv.encode('name,phone,note\r\n'.repeat(20) + csv, 'utf-16le')],
    ['UTF-16, great end first', iconv.encode(csv, 'utf-16be', { addBOM: true })],
    ['tabs', Buffer.from(csv.replace('"김, 영희"', '김, 영희').replace(/,(?=전화|010|=)/g, '\t'))],
  ])('in %s is read without asking', (_name, bytes) => {
    const [table] = readFile(bytes)
    expect(table?.rows.slice(-3)).toEqual(rows)
  })

  it('says in one word why it is no table', () => {
    const random = createRandom(7)
    const nonsense = Buffer.alloc(10 * 1024 * 1024)
    for (let at = 0; at < nonsense.length; at += 4) nonsense.writeInt32LE(random.between(-2e9, 2e9), at)
    expect(reasonOf(nonsense)).toBe('not-a-table')
    expect(reasonOf(Buffer.from('<html><table><tr><td>이름</td></tr></table></html>'))).toBe('html')
    expect(reasonOf(Buffer.from(' \r\n \r\n'))).toBe('empty')
    expect(reasonOf(Buffer.alloc(0))).toBe('empty')
  })
})

const compound = (word: string): Buffer =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(512),
    Buffer.from(word, 'utf16le'),
  ])

/** One file in an archive, by hand, so that it can be more than it should. */
const archive = (name: string, content: Buffer, flags = 0): Buffer => {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(flags, 8)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end])
}

describe('a workbook', () => {
  it('gives texts, numbers, dates, formulas and merged cells as they are seen', async () => {
    const bytes = await workbookOf((sheet, book) => {
      sheet.addRow(['우리 가게 고객 목록'])
      sheet.mergeCells('A1:D1')
      sheet.addRow(['이름', '휴대폰', '생일', '포인트'])
      sheet.addRow([
        '김영희 & <남편>',
        1_000_005_678,
        new Date(Date.UTC(1990, 0, 2)),
        { formula: 'SUM(1,2)', result: 3 },
      ])
      sheet.addRow(['박철수', '010-0000-1111', 32_875, { formula: 'NOW()' }])
      sheet.addRow([null, '010-0000-2222', true, { error: '#N/A' }])
      sheet.mergeCells('A4:A5')
      sheet.getCell('C4').numFmt = 'yyyy"년" m"월" d"일"'
      sheet.getCell('D3').numFmt = '#,##0"점"'
      sheet.addRow([{ richText: [{ text: '이' }, { text: '민지', font: { bold: true } }] }])
      book.addWorksheet('빈 장')
      book.addWorksheet('숨긴 장', { state: 'hidden' }).addRow(['비밀'])
    })
    expect(readFile(bytes)).toEqual([
      {
        name: '고객',
        rows: [
          ['우리 가게 고객 목록', null, null, null],
          ['이름', '휴대폰', '생일', '포인트'],
          ['김영희 & <남편>', 1_000_005_678, '1990-01-02', 3],
          ['박철수', '010-0000-1111', '1990-01-02', '#FORMULA!'],
          ['박철수', '010-0000-2222', 'TRUE', '#N/A'],
          ['이민지'],
        ],
      },
    ])
  })

  it('says when it is locked, old, broken, empty or swells without end', async () => {
    expect(reasonOf(compound('EncryptedPackage'))).toBe('password')
    expect(reasonOf(compound('Workbook'))).toBe('old-excel')
    const whole = await workbookOf((sheet) => sheet.addRow(['x']))
    expect(reasonOf(whole)).toBe('read')
    expect(reasonOf(whole.subarray(0, whole.length / 2))).toBe('damaged')
    expect(reasonOf(await workbookOf(() => undefined))).toBe('empty')
    expect(reasonOf(archive('xl/workbook.xml', Buffer.alloc(300 * 1024 * 1024, 32)))).toBe('too-large')
    expect(reasonOf(archive('xl/workbook.xml', Buffer.from('x'), 1))).toBe('password')
    expect(reasonOf(archive('word/document.xml', Buffer.from('<x/>')))).toBe('not-a-table')
  })

  it('counts days as spreadsheets do', () => {
    expect([1, 59, 61, 32_875, 45_413.604_166_666_7].map((serial) => serialText(serial))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
      '1990-01-02',
      '2024-05-01 14:30:00',
    ])
    expect(serialText(31_413, true)).toBe('1990-01-02')
    expect([-1, 3e6, Number.NaN].map((serial) => serialText(serial))).toEqual([null, null, null])
  })
})
