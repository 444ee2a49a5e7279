import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guessTable } from '#backend/moving-in/fields/columns.ts'
import { dateIn, dateText } from '#backend/moving-in/fields/date-cell.ts'
import { groupSales } from '#backend/moving-in/fields/group-sales.ts'
import { genderIn, wholeNumberIn, yesOrNo } from '#backend/moving-in/fields/number-cell.ts'
import { cellsBy, personIn } from '#backend/moving-in/fields/person-row.ts'
import { phoneIn } from '#backend/moving-in/fields/phone-cell.ts'
import { saleRowIn } from '#backend/moving-in/fields/sale-rows.ts'
import type { Cell } from '#backend/moving-in/reading/table.ts'

const today = '2026-11-22'

describe('a phone number', () => {
  it.each<[Cell, string, boolean]>([
    ['010-0000-5678', '01000005678', false],
    [1_000_005_678, '01000005678', true],
    ['1000005678', '01000005678', true],
    ['1000005678.0', '01000005678', true],
    ['1.000005678E9', '01000005678', true],
    ['+82 10-0000-5678', '01000005678', false],
    ['821000005678', '01000005678', true],
    ['010.0000.5678 (엄마)', '01000005678', false],
    ['010-0000-5678 / 02-000-1234', '01000005678', false],
    ['０１０－００００－５６７８', '01000005678', false],
    [20_001_234, '020001234', true],
  ])('%s', (cell, digits, mended) => {
    expect(phoneIn(cell)).toEqual({ is: 'phone', digits, mended })
  })
  it('is none, hidden or wrong', () => {
    expect([null, '', '-', '없음', 0].map((cell) => phoneIn(cell).is)).toEqual(Array(5).fill('none'))
    expect(['010-****-5678', '010-00xx-5678'].map((cell) => phoneIn(cell).is)).toEqual(['masked', 'masked'])
    expect(['12', '김영희', '010-0000-56', '99999999999999'].map((cell) => phoneIn(cell).is)).toEqual(
      Array(4).fill('wrong'),
    )
  })
})

describe('a date', () => {
  it.each<[Cell, string]>([
    ['1990.1.2', '1990-01-02'],
    ['1990. 1. 2.', '1990-01-02'],
    ['90-01-02', '1990-01-02'],
    ['05/3/1', '2005-03-01'],
    ['1990년 1월 2일', '1990-01-02'],
    [32_875, '1990-01-02'],
    [19_900_102, '1990-01-02'],
    ['19900102', '1990-01-02'],
    ['900102', '1990-01-02'],
    ['1990-01-02 (화)', '1990-01-02'],
    ['2024-05-01T14:30:00+09:00', '2024-05-01'],
    ['2024-05-01 오후 2:30', '2024-05-01'],
    ['20240501143000', '2024-05-01'],
  ])('%s', (cell, date) => {
    const found = dateIn(cell, 2026)
    expect(found === null ? null : dateText(found)).toBe(date)
    expect(found).toMatchObject({ lunar: false, leapMonth: false })
  })
  it('has a calendar and a time where they are written', () => {
    for (const text of ['1990.1.2(음)', '음력 1990-01-02', '(음)90.1.2', '1990년 1월 2일 음']) {
      expect(dateIn(text, 2026)).toMatchObject({
        year: 1990,
        month: 1,
        day: 2,
        lunar: true,
        leapMonth: false,
      })
    }
    expect(dateIn('음력 윤 2020.4.30', 2026)).toMatchObject({
      month: 4,
      day: 30,
      lunar: true,
      leapMonth: true,
    })
    expect(dateIn('1990.1.2(양)', 2026)).toMatchObject({ lunar: false })
    expect(dateIn('2024-05-01 오후 2:30', 2026)?.seconds).toBe(52_200)
    expect(dateIn('2024-05-01 오전 12시 5분', 2026)?.seconds).toBe(300)
    expect(dateIn('1월 2일', 2026)).toMatchObject({ year: null, month: 1, day: 2 })
  })
  it('is none where no calendar has it', () => {
    for (const text of [
      '',
      '곧',
      '1990-02-30',
      '2023-02-29',
      '1990-13-01',
      '음 1990-01-31',
      '3',
      '2024-05-01 25:00',
    ]) {
      expect(dateIn(text, 2026)).toBeNull()
    }
  })
  it('never throws, whatever stands in the cell', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.constant(null)), (cell) => {
        for (const parse of [phoneIn, wholeNumberIn, yesOrNo, genderIn]) parse(cell)
        const found = dateIn(cell, 2026)
        expect(found === null || (found.month >= 1 && found.month <= 12)).toBe(true)
      }),
    )
  })
})

it('whole numbers come with what people write about them', () => {
  expect(
    ['1,234점', '₩12,000', '-₩500', '(500)', '△500', '1234.0', 1_234, '１２３'].map((cell) =>
      wholeNumberIn(cell),
    ),
  ).toEqual([1_234, 12_000, -500, -500, -500, 1_234, 1_234, 123])
  expect(['', '-', null].map((cell) => wholeNumberIn(cell))).toEqual([null, null, null])
  expect(['12.5', '천원', '1-2', '#N/A'].map((cell) => wholeNumberIn(cell))).toEqual(Array(4).fill(undefined))
})

describe('what a table is', () => {
  it('shows by its headings, wherever they stand', () => {
    const people = guessTable({
      name: '',
      rows: [
        ['○○카페 고객현황'],
        ['출력일', '2026-11-22'],
        [
          'No',
          '고객명',
          '휴대폰번호(필수)',
          '생년월일',
          '누적포인트',
          '잔여 포인트',
          '최근방문일',
          '마케팅 수신동의',
        ],
      ],
    })
    expect(people).toEqual({
      kind: 'customers',
      headerRow: 2,
      columns: [null, 'name', 'phone', 'birthday', null, 'points', null, 'marketing'],
    })
    const sales = guessTable({
      name: '',
      rows: [['결제일시', '주문번호', '상품명', '수량', '단가', '금액', '결제수단', '고객 전화번호']],
    })
    expect(sales.kind).toBe('sales')
    expect(sales.columns).toEqual([
      'date',
      'number',
      'item',
      'quantity',
      'unitPrice',
      'amount',
      'method',
      'phone',
    ])
    expect(guessTable({ name: '', rows: [['거래일자', '금액', '연락처']] }).columns).toEqual([
      'date',
      'total',
      'phone',
    ])
  })
  it('shows by what is in it where it has no headings', () => {
    const bare = guessTable({
      name: '',
      rows: [
        ['김영희', 1_000_005_678],
        ['박철수', 1_000_001_234],
      ],
    })
    expect(bare).toEqual({ kind: 'customers', headerRow: -1, columns: ['name', 'phone'] })
  })
})

describe('a row of customers', () => {
  const columns = [
    'name',
    'phone',
    'birthday',
    'lunar',
    'points',
    'memo',
    'memo',
    'marketing',
    'tags',
  ] as const
  const read = (...row: Cell[]) => personIn(5, cellsBy(columns)(row), today)
  it('tells who it is', () => {
    expect(
      read('김영희 님', 1_000_005_678, '1990.1.2', '음', '1,200P', '창가', '얼음 적게', '동의', '단골, VIP'),
    ).toMatchObject({
      line: 5,
      name: '김영희',
      phone: '01000005678',
      birthday: { lunar: true, leapMonth: false, year: 1990, month: 1, day: 2 },
      points: 1_200,
      memo: '창가 얼음 적게',
      marketing: true,
      tags: ['단골', 'VIP'],
      problems: ['phone-mended'],
    })
    expect(read('', '010-0000-5678')).toMatchObject({ name: '손님 5678', problems: ['name-made-up'] })
    expect(read('김영희', '')).toMatchObject({ phone: null, problems: ['phone-missing'] })
  })
  it('says what cannot be', () => {
    expect(read('', '').problems).toEqual(['nobody'])
    expect(read('김', '12').problems).toEqual(['phone-wrong'])
    expect(read('김', '010-****-1234').problems).toEqual(['phone-masked'])
    expect(read('김', '01000005678', '2030-01-01').problems).toEqual(['birthday-wrong'])
    expect(read('김', '01000005678', '', '', '많이').problems).toEqual(['points-wrong'])
    expect(read('김', '01000005678', '', '', -5).problems).toEqual(['points-negative'])
    expect(read('김', '01000005678', '', '', '#FORMULA!').problems).toEqual(['formula'])
  })
})

describe('rows of sales', () => {
  const columns = [
    'date',
    'number',
    'item',
    'quantity',
    'amount',
    'total',
    'discount',
    'phone',
    'status',
  ] as const
  const sales = (...rows: Cell[][]) => [
    ...groupSales(rows.map((row, index) => saleRowIn(index + 2, cellsBy(columns)(row), today))),
  ]
  it('of one number are one receipt, and a total on each of them counts once', () => {
    const [one, two] = sales(
      ['2024-05-01 14:30', '7', '라떼', 2, 9_000, 12_000, 1_000, 1_000_005_678],
      ['2024-05-01 14:30', '7', '케이크', 1, 4_000, 12_000, 1_000, null],
      ['2024-05-02', '7', '라떼', 1, 4_500, 4_500, null, null, '취소'],
    )
    expect(one).toMatchObject({
      lines: [2, 3],
      total: 12_000,
      discount: 1_000,
      phone: '01000005678',
      seconds: 52_200,
      problems: [],
    })
    expect(one?.items.map(({ amount }) => amount)).toEqual([9_000, 4_000])
    expect(two).toMatchObject({
      lines: [4],
      refund: true,
      total: -4_500,
      items: [{ amount: -4_500, quantity: -1 }],
    })
  })
  it('may each be a receipt of their own, with nothing but a sum', () => {
    const all = sales(
      ['24.5.1', null, null, null, null, '5,500원'],
      ['24.5.1', null, null, null, null, '5,500원'],
    )
    expect(all.map(({ total, items, seconds }) => [total, items.length, seconds])).toEqual([
      [5_500, 0, null],
      [5_500, 0, null],
    ])
  })
  it('say what cannot be, and take the rest of their receipt with them', () => {
    expect(sales(['언젠가', '1', '라떼', 1, 4_500])[0]?.problems).toEqual(['date-wrong'])
    expect(sales(['2027-01-01', '1', '라떼', 1, 4_500])[0]?.problems).toEqual(['date-ahead'])
    expect(sales(['2024-05-01', '1', '라떼', 1, null])[0]?.problems).toEqual(['amount-missing'])
    const [both] = sales(['2024-05-01', '1', '라떼', 1, 4_500], ['2024-05-01', '1', '빵', 1, '#N/A'])
    expect(both?.problems).toEqual(['formula', 'group-refused'])
  })
})
