import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstDayOfLast } from '#backend/sheets/days-back.ts'
import type { SheetCondition } from '#shared/contract/sheet-filter.ts'
import { isDangolError } from '#shared/errors.ts'
import { initialsOf } from '#shared/hangul.ts'
import { forgetTemplate } from '../../helpers/fresh-ledger.ts'
import { type SheetPerson, sheetLab, somebody } from './sheet-lab.ts'

forgetTemplate()

const today = '2026-11-22'
const names = ['김영희', '김영철', '이철', '박서준', '남궁민수', 'Anna', '강 소라']
const tags = ['단골', '창가', 'VIP']
const day = fc
  .integer({ min: 0, max: 800 })
  .map((back) => new Date(Date.parse(`${today}T00:00:00Z`) - back * 86_400_000).toISOString().slice(0, 10))

const person = fc.record({
  name: fc.constantFrom(...names),
  phone: fc.option(fc.integer({ min: 0, max: 9999 }).map((end) => `0100000${String(end).padStart(4, '0')}`)),
  memo: fc.constantFrom('', '우유 대신 오트', '창가 자리', "O'Brien %_"),
  visits: fc.integer({ min: 0, max: 5 }),
  spend: fc.integer({ min: -2000, max: 50_000 }),
  points: fc.integer({ min: 0, max: 500 }),
  lastVisit: fc.option(day),
  tags: fc.subarray(tags),
})

const condition: fc.Arbitrary<SheetCondition> = fc.oneof(
  fc.record({
    column: fc.constant('name'),
    is: fc.constant('contains' as const),
    text: fc.constantFrom('ㄱㅇ', '영', '김영희', 'anna', '%', 'ㄱ'),
  }),
  fc.record({
    column: fc.constant('memo'),
    is: fc.constant('contains' as const),
    text: fc.constantFrom('오트', "'", '%', '_', '자리'),
  }),
  fc.record({
    column: fc.constant('phone'),
    is: fc.constant('contains' as const),
    text: fc.constantFrom('010-0000', '12', '0'),
  }),
  fc.record({
    column: fc.constantFrom('visits', 'spend', 'points'),
    is: fc.constant('range' as const),
    from: fc.option(fc.integer({ min: -10, max: 30_000 })),
    to: fc.option(fc.integer({ min: -10, max: 30_000 })),
  }),
  fc.record({
    column: fc.constant('lastVisit'),
    is: fc.constant('dates' as const),
    from: fc.option(day),
    to: fc.option(day),
  }),
  fc.record({
    column: fc.constant('lastVisit'),
    is: fc.constant('past' as const),
    count: fc.integer({ min: 1, max: 14 }),
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
    within: fc.boolean(),
  }),
  fc.record({
    column: fc.constant('tags'),
    is: fc.constant('oneOf' as const),
    values: fc.subarray([...tags, '없는 것'], { minLength: 1 }),
    not: fc.boolean(),
  }),
  fc.record({
    column: fc.constantFrom('memo', 'phone', 'lastVisit', 'tags'),
    is: fc.constant('filled' as const),
    filled: fc.boolean(),
  }),
)

const valueOf = (one: SheetPerson, column: string): string | number | null => {
  if (column === 'tags') return one.tags.length === 0 ? null : one.tags.join(', ')
  return one[column as 'name' | 'phone' | 'memo' | 'visits' | 'spend' | 'points' | 'lastVisit']
}

/** The same question in plain JavaScript. */
const holds = (one: SheetPerson, asked: SheetCondition): boolean => {
  const value = valueOf(one, asked.column)
  switch (asked.is) {
    case 'contains':
      if (asked.column === 'phone') return one.phone?.includes(asked.text.replace(/\D/g, '')) ?? false
      if (asked.column === 'name' && /^[ㄱ-ㅎ]+$/.test(asked.text))
        return initialsOf(one.name).includes(asked.text)
      return String(value ?? '')
        .toLowerCase()
        .includes(asked.text.toLowerCase())
    case 'range':
      return Number(value) >= (asked.from ?? -Infinity) && Number(value) <= (asked.to ?? Infinity)
    case 'dates':
      return value !== null && String(value) >= (asked.from ?? '') && String(value) <= (asked.to ?? '9999')
    case 'past': {
      const first = firstDayOfLast(today, asked.count, asked.unit)
      if (value === null) return !asked.within
      return asked.within ? String(value) >= first : String(value) < first
    }
    case 'oneOf':
      return one.tags.some((tag) => asked.values.includes(tag)) !== asked.not
    default:
      return (value !== null && value !== '') === asked.filled
  }
}

describe('filters and sorting', () => {
  it('give what the same question gives in plain JavaScript, however conditions come together', async () => {
    const made =
      fc.sample(fc.array(person, { minLength: 60, maxLength: 60 }), { numRuns: 1, seed: 7 })[0] ?? []
    const phones = new Set<string>()
    const people = made.map((one, index): SheetPerson => {
      const fresh = one.phone !== null && !phones.has(one.phone)
      if (one.phone !== null) phones.add(one.phone)
      return { ...one, id: index + 10, phone: fresh ? one.phone : null }
    })
    const lab = await sheetLab(people)
    const { reading } = lab.sheets()
    fc.assert(
      fc.property(
        fc.array(condition, { maxLength: 3 }),
        fc.constantFrom('visits', 'spend', 'lastVisit', 'name'),
        fc.boolean(),
        (conditions, column, descending) => {
          const filter = { conditions }
          const wanted = people.filter((one) => conditions.every((asked) => holds(one, asked)))
          const { rows, total } = reading.rows({
            sheet: 'customers',
            filter,
            sort: [{ column, descending }],
            columns: [column],
            from: 0,
            count: 100,
            list: null,
          })
          expect(rows.map(({ key }) => Number(key)).sort((a, b) => a - b)).toEqual(
            wanted.map(({ id }) => id).sort((a, b) => a - b),
          )
          expect(total).toBe(wanted.length)
          expect(reading.count('customers', filter)).toBe(wanted.length)
          // In order, and what is missing at the end whichever way.
          const cells = rows.map(({ cells: [cell] }) => cell ?? null)
          const standing = cells.filter((cell) => cell !== null)
          expect(cells.slice(0, standing.length)).toEqual(standing)
          for (const [index, cell] of standing.entries()) {
            const before = standing[index - 1] ?? cell
            expect(descending ? before >= cell : before <= cell).toBe(true)
          }
          const sums = reading.totals({
            sheet: 'customers',
            selection: { filter, exceptKeys: wanted.slice(0, 2).map(({ id }) => String(id)) },
            columns: ['spend'],
          })
          const rest = wanted.slice(2)
          expect(sums.rows).toBe(rest.length)
          expect(sums.sums[0]?.sum ?? 0).toBe(rest.reduce((sum, { spend }) => sum + spend, 0))
        },
      ),
      { numRuns: 100 },
    )
  })

  it('refuse what does not fit a column, with a code', async () => {
    const lab = await sheetLab([somebody(1)])
    const codeOf = (asked: SheetCondition): string => {
      try {
        lab.sheets().reading.count('customers', { conditions: [asked] })
        return 'went through'
      } catch (error) {
        return isDangolError(error) ? error.code : 'thrown'
      }
    }
    expect(codeOf({ column: 'spend', is: 'contains', text: '1' })).toBe('sheet.filter-misfit')
    expect(codeOf({ column: 'name', is: 'dates', from: today, to: null })).toBe('sheet.filter-misfit')
    expect(codeOf({ column: 'lastVisit', is: 'dates', from: '2026-02-31', to: null })).toBe(
      'sheet.filter-misfit',
    )
    expect(codeOf({ column: 'lastVisit', is: 'dates', from: '2026-99-99', to: null })).toBe(
      'sheet.filter-misfit',
    )
    expect(codeOf({ column: 'x" OR 1', is: 'filled', filled: true })).toBe('sheet.unknown-column')
  })

  it('scrolling goes on in the order that it began with, whatever is changed meanwhile', async () => {
    const lab = await sheetLab(
      Array.from({ length: 30 }, (_, index) => somebody(index + 1, { spend: index })),
    )
    const asked = {
      sheet: 'customers' as const,
      filter: {},
      sort: [{ column: 'memo', descending: false }],
      columns: ['memo'],
      from: 0,
      count: 10,
      list: null,
    }
    const { reading, editing } = lab.sheets()
    const first = reading.rows(asked)
    await editing.edit({ sheet: 'customers', cells: [{ key: '3', column: 'memo', text: '힣' }] })
    const again = reading.rows({ ...asked, list: first.list })
    expect(again.rows.map(({ key }) => key)).toEqual(first.rows.map(({ key }) => key))
    const anew = reading.rows(asked)
    expect(anew.rows[0]?.key).toBe('3')
  })
})

describe('the first day of the last so many', () => {
  it.each([
    [1, 'day', '2026-11-22'],
    [7, 'day', '2026-11-16'],
    [1, 'week', '2026-11-16'],
    [1, 'month', '2026-10-23'],
    [1, 'year', '2025-11-23'],
    [1000, 'year', '1026-11-23'],
  ] as const)('%i %s', (count, unit, first) => {
    expect(firstDayOfLast(today, count, unit)).toBe(first)
  })
  it('keeps to the end of a shorter month', () => {
    expect(firstDayOfLast('2026-03-31', 1, 'month')).toBe('2026-03-01')
    expect(firstDayOfLast('2024-03-30', 1, 'month')).toBe('2024-03-01')
  })
})
