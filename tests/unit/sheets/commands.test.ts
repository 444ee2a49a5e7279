import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { query } from '#backend/platform/db/query.ts'
import { forgetTemplate } from '../../helpers/fresh-ledger.ts'
import { sheetLab, somebody } from './sheet-lab.ts'

forgetTemplate()

const edit = (key: number, column: string, text: string) => ({ key: String(key), column, text })
const five = [1, 2, 3, 4, 5].map((id) => somebody(id))

describe('commands in a sheet', () => {
  it('undone all the way give what was there, done again all the way what it had become', async () => {
    const cell = fc.record({
      key: fc.integer({ min: 1, max: 5 }).map(String),
      column: fc.constantFrom('name', 'memo', 'tags', 'address', 'gender', 'phone'),
      text: fc.constantFrom(
        '',
        '가',
        '김영희',
        '창가, #단골',
        '여',
        'female',
        '010-0000-0001',
        '010-0000-0002',
        '12',
      ),
    })
    const look = ['name', 'memo', 'tags', 'address', 'gender', 'phone']
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 8 }),
        async (steps) => {
          const lab = await sheetLab(five)
          // Nothing and an empty text are the same to whoever looks.
          const seen = (): unknown =>
            look.map((name) => Object.values(lab.column(name)).map((cell) => cell || null))
          const begun = seen()
          let done = 0
          for (const cells of steps) {
            const { commandId } = await lab.sheets().editing.edit({ sheet: 'customers', cells })
            if (commandId !== null) done += 1
          }
          const became = seen()
          // As if the program had been closed and opened in between.
          await lab.reopen()
          for (let step = 0; step < done; step += 1) {
            const { refused } = await lab.sheets().editing.undo('customers')
            expect(refused).toEqual([])
          }
          expect(seen()).toEqual(begun)
          expect(lab.sheets().editing.history('customers').undo).toBeNull()
          for (let step = 0; step < done; step += 1) await lab.sheets().editing.redo('customers')
          expect(seen()).toEqual(became)
          expect(lab.sheets().editing.history('customers').redo).toBeNull()
        },
      ),
      { numRuns: 5 },
    )
  })

  it('a paste with bad cells changes the good ones and tells of each other one why', async () => {
    const lab = await sheetLab([...five, somebody(6, { phone: '01000000009' })])
    const { editing } = lab.sheets()
    const done = await editing.edit({
      sheet: 'customers',
      cells: [
        edit(1, 'memo', '창가'),
        edit(1, 'name', '  '),
        edit(2, 'phone', '12345'),
        edit(2, 'gender', '남자아님'),
        edit(3, 'spend', '1000'),
        edit(3, 'phone', '010 0000 0009'),
        edit(99, 'memo', '없음'),
        edit(4, 'nothing', 'x'),
        edit(5, 'tags', '가'.repeat(50)),
        { ...edit(5, 'memo', '나'), before: '다른 것' },
        edit(4, 'phone', '+82 10-0000-0007'),
      ],
    })
    expect(done.changed).toBe(2)
    expect(done.refused.map(({ key, column, code }) => [key, column, code])).toEqual([
      ['1', 'name', 'customer.name-missing'],
      ['2', 'phone', 'sheet.cell-invalid'],
      ['2', 'gender', 'sheet.cell-invalid'],
      ['3', 'spend', 'sheet.cell-fixed'],
      ['3', 'phone', 'customer.phone-taken'],
      ['99', 'memo', 'sheet.row-gone'],
      ['4', 'nothing', 'sheet.unknown-column'],
      ['5', 'tags', 'sheet.cell-invalid'],
      ['5', 'memo', 'sheet.cell-conflict'],
    ])
    expect(lab.column('phone')['4']).toBe('****-0007')
  })

  it('undo leaves a cell that somebody else has changed since, and says so', async () => {
    const lab = await sheetLab(five)
    const { editing } = lab.sheets()
    await editing.edit({ sheet: 'customers', cells: [edit(1, 'memo', '가'), edit(2, 'memo', '나')] })
    lab
      .ledger()
      .unit.write((tx) =>
        tx.run(query.updateTable('customer').set({ memo: '카운터에서' }).where('id', '=', 2)),
      )
    const undone = await editing.undo('customers')
    expect(undone).toMatchObject({
      changed: 1,
      refused: [{ key: '2', column: 'memo', code: 'sheet.cell-conflict' }],
    })
    expect(lab.column('memo')).toMatchObject({ 1: '', 2: '카운터에서' })
  })

  it('a new command after an undo drops what could have been done again; the next day nothing can be undone', async () => {
    const lab = await sheetLab(five)
    const { editing } = lab.sheets()
    await editing.edit({ sheet: 'customers', cells: [edit(1, 'memo', '가')] })
    await editing.undo('customers')
    await editing.edit({ sheet: 'customers', cells: [edit(1, 'memo', '나')] })
    expect(editing.history('customers').redo).toBeNull()
    await expect(editing.redo('customers')).rejects.toMatchObject({ code: 'sheet.nothing-to-undo' })
    lab.time.now += 24 * 60 * 60_000
    expect(editing.history('customers')).toEqual({ undo: null, redo: null })
    const kept = (): number => lab.ledger().reader.all(query.selectFrom('sheet_change').selectAll()).length
    expect(kept()).toBeGreaterThan(0)
    lab.sheets().tidy()
    expect(kept()).toBe(0)
    expect(lab.column('memo')['1']).toBe('나')
  })

  it('taking a tag back leaves it with those who had it before', async () => {
    const lab = await sheetLab([somebody(1, { tags: ['단골'] }), somebody(2), somebody(3)])
    const { many, editing } = lab.sheets()
    const selection = { filter: {}, exceptKeys: ['3'] }
    const done = await many.tag({ selection, tag: '단골', put: true })
    expect(done.changed).toBe(1)
    expect(lab.column('tags')).toEqual({ 1: '단골', 2: '단골', 3: null })
    await editing.undo('customers')
    expect(lab.column('tags')).toEqual({ 1: '단골', 2: null, 3: null })
  })

  it('of thousands of cells are one command, between whose pieces others get their turn', async () => {
    const people = Array.from({ length: 400 }, (_, index) => somebody(index + 1))
    const lab = await sheetLab(people)
    const { editing } = lab.sheets()
    let turns = 0
    const turn = (): void => {
      turns += 1
      if (turns < 1000) setImmediate(turn)
    }
    setImmediate(turn)
    const done = await editing.edit({
      sheet: 'customers',
      cells: people.map(({ id }) => edit(id, 'memo', `메모 ${id}`)),
    })
    expect(done.changed).toBe(400)
    expect(turns).toBeGreaterThan(2)
    expect(editing.history('customers').undo?.cells).toBe(400)
    expect((await editing.undo('customers')).changed).toBe(400)
    expect(new Set(Object.values(lab.column('memo')))).toEqual(new Set(['']))
  })
})
