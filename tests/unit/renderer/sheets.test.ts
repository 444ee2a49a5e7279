import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conditionOf, draftOf } from '../../../renderer/features/sheets/filters/filter-draft.ts'
import { boundsOf, moved, pasteTargets } from '../../../renderer/features/sheets/grid/rectangle.ts'
import {
  layoutColumns,
  movedColumn,
  reordered,
  shownNames,
  sortedBy,
} from '../../../renderer/features/sheets/layout.ts'
import {
  allPicked,
  isPicked,
  nothingPicked,
  pick,
  pickedCount,
  selectionOf,
} from '../../../renderer/features/sheets/selection.ts'
import { cellsIn, tsvOf } from '../../../renderer/features/sheets/tsv.ts'
import type { SheetColumn } from '../../../renderer/features/sheets/types.ts'

const column = (name: string, kind: SheetColumn['kind'] = 'text', shown = true): SheetColumn => ({
  name,
  kind,
  label: null,
  sortable: true,
  filterable: true,
  editable: true,
  options: null,
  shown,
  width: 100,
})

describe('cells on the clipboard', () => {
  it('come back as they went, whatever stands in them', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('', '"', 'a\tb', 'a\r\nb', '"x'),
    )
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 4 })
          .chain((width) =>
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
          ),
        (rows) => {
          // One empty cell and no cell at all are the same text.
          fc.pre(!(rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === ''))
          expect(cellsIn(tsvOf(rows))).toEqual(rows)
        },
      ),
      { numRuns: 500 },
    )
  })
  it('are read as Excel writes them: a line end last, quotes within, empty cells at the end', () => {
    expect(cellsIn('a\tb\r\n1\t\r\n')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ])
    expect(cellsIn('5"\t"두 줄\n짜리"\n')).toEqual([['5"', '두 줄\n짜리']])
    expect(cellsIn('')).toEqual([])
  })
})

describe('marking cells', () => {
  const columns = ['a', 'b', 'c']
  it('goes either way from where it began, within the grid', () => {
    const from = { row: 5, column: 'c' }
    expect(boundsOf({ from, to: { row: 2, column: 'a' } }, columns)).toEqual({
      top: 2,
      bottom: 5,
      left: 0,
      right: 2,
    })
    expect(boundsOf({ from, to: { row: 2, column: 'gone' } }, columns)).toBeNull()
    expect(moved(from, 'right', false, columns, 9)).toEqual(from)
    expect(moved(from, 'left', true, columns, 9)).toEqual({ row: 5, column: 'a' })
    expect(moved(from, 'down', true, columns, 9)).toEqual({ row: 8, column: 'c' })
  })
  it('one cell pasted fills all that is marked; a block is repeated only where it fits whole', () => {
    const bounds = { top: 0, bottom: 3, left: 0, right: 1 }
    expect(pasteTargets([['x']], bounds, columns, 10).targets).toHaveLength(8)
    expect(pasteTargets([['1'], ['2']], bounds, columns, 10).targets.map(({ text }) => text)).toEqual([
      '1',
      '1',
      '2',
      '2',
      '1',
      '1',
      '2',
      '2',
    ])
    const three = pasteTargets([['1', '2', '3']], { ...bounds, left: 1, right: 1, bottom: 0 }, columns, 10)
    expect(three).toMatchObject({ outside: 1, targets: [{ column: 'b' }, { column: 'c' }] })
    expect(
      pasteTargets([['1'], ['2']], { ...bounds, top: 9, bottom: 9, right: 0 }, columns, 10).outside,
    ).toBe(1)
  })
})

describe('ticks', () => {
  it('of everything but some are told as that', () => {
    const all = pick(allPicked, ['3', '4'], false)
    expect(isPicked(all, '3')).toBe(false)
    expect(isPicked(all, '5')).toBe(true)
    expect(pickedCount(all, 100)).toBe(98)
    expect(selectionOf(all, { text: '김' })).toEqual({ filter: { text: '김' }, exceptKeys: ['3', '4'] })
    expect(pick(all, ['3'], true).keys).toEqual(new Set(['4']))
    expect(selectionOf(pick(nothingPicked, ['3'], true), {})).toEqual({ keys: ['3'] })
  })
})

describe('columns', () => {
  const columns = [column('a'), column('b', 'won'), column('c', 'text', false)]
  const first = layoutColumns(columns, null)
  it('begin as the sheet proposes; new ones come hidden into what was kept, and gone ones go', () => {
    expect(shownNames(first)).toEqual(['a', 'b'])
    const kept = [
      { name: 'b', shown: true, pinned: false, width: 90 },
      { name: 'gone', shown: true, pinned: false, width: 90 },
    ]
    expect(layoutColumns(columns, kept).map(({ name, shown }) => [name, shown])).toEqual([
      ['b', true],
      ['a', false],
      ['c', false],
    ])
  })
  it('move by the chooser and by hand; hidden ones keep their place', () => {
    expect(movedColumn(first, 'a', 2).map(({ name }) => name)).toEqual(['b', 'c', 'a'])
    const three = layoutColumns([column('a'), column('x', 'text', false), column('b')], null)
    expect(reordered(three, ['b', 'a']).map(({ name }) => name)).toEqual(['b', 'x', 'a'])
  })
  it('are sorted by small first, then large first, then not; further ones come after', () => {
    const up = sortedBy([], 'a', false)
    expect(up).toEqual([{ column: 'a', descending: false }])
    const down = sortedBy(up, 'a', false)
    expect(down).toEqual([{ column: 'a', descending: true }])
    expect(sortedBy(down, 'a', false)).toEqual([])
    expect(sortedBy(down, 'b', true)).toEqual([...down, { column: 'b', descending: false }])
    expect(sortedBy([...down, { column: 'b', descending: true }], 'b', true)).toEqual(down)
  })
})

describe('a condition that is put together', () => {
  it.each([
    [column('spend', 'won'), { from: '50만' }, { is: 'range', from: 500_000, to: null }],
    [column('spend', 'won'), { from: '1,000원', to: '2,000' }, { is: 'range', from: 1000, to: 2000 }],
    [column('day', 'date'), { from: '2026.1.2' }, { is: 'dates', from: '2026-01-02', to: null }],
    [
      column('day', 'date'),
      { span: '90 day', within: false },
      { is: 'past', count: 90, unit: 'day', within: false },
    ],
    [column('tags', 'tags'), { values: ['단골'], not: true }, { is: 'oneOf', values: ['단골'], not: true }],
    [column('memo'), { text: ' 창가 ' }, { is: 'contains', text: '창가' }],
    [column('memo'), { text: '창가', filled: false }, { is: 'filled', filled: false }],
  ] as const)('%o %o', (of, part, wanted) => {
    const condition = conditionOf(of, { ...draftOf(null), ...part })
    expect(condition).toEqual({ column: of.name, ...wanted })
    expect(conditionOf(of, draftOf(condition))).toEqual(condition)
  })
  it.each([
    [column('spend', 'won'), { from: '많이' }],
    [column('day', 'date'), { from: '2026-02-31' }],
    [column('memo'), { text: '  ' }],
    [column('tags', 'tags'), {}],
  ] as const)('%o %o says nothing yet', (of, part) => {
    expect(conditionOf(of, { ...draftOf(null), ...part })).toBeNull()
  })
})
