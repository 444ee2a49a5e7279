import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { BackendLab } from '../helpers/backend-lab.ts'

type Lab = BackendLab & { readonly customerId: number; readonly receiptId: number }

const everybody = { filter: {}, exceptKeys: [] }
const customers = {
  sheet: 'customers' as const,
  filter: {},
  sort: [{ column: 'spend', descending: true }],
  columns: ['name', 'phone', 'visits', 'memo'],
  from: 0,
  count: 100,
  list: null,
}
const layout = {
  columns: [{ name: 'name', shown: true, pinned: true, width: 180 }],
  sort: [{ column: 'name', descending: false }],
  filter: { text: '영희' },
}
/** One cell of the only customer. */
const cell = async (lab: Lab, column: string) =>
  (await lab.call('sheets.rows', { ...customers, columns: [column] })).rows[0]?.cells[0]
const memo = (lab: Lab, text: string) =>
  lab.call('sheets.edit', {
    sheet: 'customers',
    cells: [{ key: String(lab.customerId), column: 'memo', text }],
  })

/** A good call of each method of the sheets. */
export const sheetsScenes = {
  'sheets.describe': async (lab: Lab) => {
    const columns = await lab.call('sheets.describe', { sheet: 'customers' })
    expect(columns.find(({ name }) => name === 'spend')).toMatchObject({ kind: 'won', editable: false })
    for (const sheet of ['receipts', 'lines', 'products'] as const)
      expect((await lab.call('sheets.describe', { sheet })).length).toBeGreaterThan(3)
  },
  'sheets.rows': async (lab: Lab) => {
    const { rows, total } = await lab.call('sheets.rows', customers)
    expect(total).toBe(1)
    expect(rows).toEqual([{ key: String(lab.customerId), cells: ['김영희', '****-5678', 1, ''] }])
    const unknown = await lab.refused('sheets.rows', { ...customers, columns: ['nobody'] })
    expect(unknown).toEqual({ code: 'sheet.unknown-column', params: { column: 'nobody' } })
    for (const sheet of ['receipts', 'lines', 'products'] as const) {
      const names = (await lab.call('sheets.describe', { sheet })).map(({ name }) => name)
      const all = await lab.call('sheets.rows', { ...customers, sheet, sort: [], columns: names })
      expect(all.rows.length).toBeGreaterThan(0)
    }
  },
  'sheets.count': async (lab: Lab) => {
    const filter = { conditions: [{ column: 'name', is: 'contains' as const, text: 'ㄱㅇ' }] }
    expect(await lab.call('sheets.count', { sheet: 'customers', filter })).toEqual({ count: 1 })
    const misfit = { conditions: [{ column: 'name', is: 'range' as const, from: 1, to: null }] }
    expect(await lab.refused('sheets.count', { sheet: 'customers', filter: misfit })).toMatchObject({
      code: 'sheet.filter-misfit',
    })
  },
  'sheets.ids': async (lab: Lab) => {
    const of = (sheet: 'customers' | 'receipts' | 'lines') =>
      lab.call('sheets.ids', { sheet, selection: everybody })
    expect(await of('customers')).toEqual({ ids: [lab.customerId] })
    expect(await of('receipts')).toEqual({ ids: [lab.receiptId] })
    expect(await of('lines')).toEqual({ ids: [lab.receiptId] })
  },
  'sheets.totals': async (lab: Lab) => {
    const spend = await cell(lab, 'spend')
    expect(
      await lab.call('sheets.totals', {
        sheet: 'customers',
        selection: { keys: [String(lab.customerId)] },
        columns: ['name', 'spend'],
      }),
    ).toEqual({ rows: 1, sums: [{ column: 'spend', filled: 1, sum: spend, average: spend }] })
  },
  'sheets.edit': async (lab: Lab) => {
    expect(await memo(lab, '창가 자리')).toMatchObject({ changed: 1, refused: [] })
    expect(await cell(lab, 'memo')).toBe('창가 자리')
    const cells = [{ key: String(lab.customerId), column: 'phone', text: '12' }]
    expect(await lab.call('sheets.edit', { sheet: 'customers', cells })).toMatchObject({
      changed: 0,
      commandId: null,
      refused: [{ column: 'phone', code: 'sheet.cell-invalid' }],
    })
  },
  'sheets.history': async (lab: Lab) => {
    expect(await lab.call('sheets.history', { sheet: 'customers' })).toEqual({ undo: null, redo: null })
    const { commandId } = await memo(lab, '창가')
    expect(await lab.call('sheets.history', { sheet: 'customers' })).toEqual({
      undo: { commandId, kind: 'edit', cells: 1 },
      redo: null,
    })
  },
  'sheets.undo': async (lab: Lab) => {
    expect(await lab.refused('sheets.undo', { sheet: 'customers' })).toMatchObject({
      code: 'sheet.nothing-to-undo',
    })
    await memo(lab, '창가')
    expect(await lab.call('sheets.undo', { sheet: 'customers' })).toMatchObject({ changed: 1 })
    expect(await cell(lab, 'memo')).toBe('')
  },
  'sheets.redo': async (lab: Lab) => {
    await memo(lab, '창가')
    await lab.call('sheets.undo', { sheet: 'customers' })
    await lab.call('sheets.redo', { sheet: 'customers' })
    expect(await cell(lab, 'memo')).toBe('창가')
  },
  'sheets.tag': async (lab: Lab) => {
    const done = await lab.call('sheets.tag', { selection: everybody, tag: '단골', put: true })
    expect(done).toMatchObject({ changed: 1, people: 1 })
    const { rows } = await lab.call('sheets.rows', { ...customers, columns: ['tags'] })
    expect(rows[0]?.cells).toEqual(['단골'])
  },
  'sheets.givePoints': async (lab: Lab) => {
    const before = await cell(lab, 'points')
    const given = { selection: everybody, points: 500, reason: '개업 세 돌' }
    expect(await lab.call('sheets.givePoints', given)).toMatchObject({ changed: 1, refused: [] })
    expect(await cell(lab, 'points')).toBe(Number(before) + 500)
    await lab.call('sheets.undo', { sheet: 'customers' })
    expect(await cell(lab, 'points')).toBe(before)
    const toMuch = { ...given, points: -1_000_000 }
    expect(await lab.call('sheets.givePoints', toMuch)).toMatchObject({
      changed: 0,
      refused: [{ code: 'points.too-few' }],
    })
  },
  'sheets.export': async (lab: Lab) => {
    const asked = {
      sheet: 'customers' as const,
      selection: everybody,
      columns: ['name', 'phone'],
      headings: ['이름', '전화'],
      sort: [],
      format: 'csv' as const,
    }
    const masked = await lab.call('sheets.export', { ...asked, reason: null })
    expect(readFileSync(masked.path, 'utf8')).toBe('\ufeff이름,전화\r\n김*희,****-5678\r\n')
    const whole = await lab.call('sheets.export', { ...asked, reason: '세무사에게 보냄' })
    expect(readFileSync(whole.path, 'utf8')).toContain('김영희,010-0000-5678')
  },
  'sheets.reveal': async (lab: Lab) => {
    await lab.call('sheets.reveal', { sheet: 'customers', reason: '배달 연락' })
    const { rows } = await lab.call('sheets.rows', customers)
    expect(rows[0]?.cells[1]).toBe('01000005678')
  },
  'sheets.conceal': async (lab: Lab) => {
    await lab.call('sheets.reveal', { sheet: 'customers', reason: '배달 연락' })
    await lab.call('sheets.conceal', {})
    const { rows } = await lab.call('sheets.rows', customers)
    expect(rows[0]?.cells[1]).toBe('****-5678')
  },
  'sheets.views': async (lab: Lab) => {
    expect(await lab.call('sheets.views', { sheet: 'customers' })).toEqual({ current: null, named: [] })
    await lab.call('sheets.saveView', { sheet: 'customers', name: null, layout })
    const { current } = await lab.call('sheets.views', { sheet: 'customers' })
    expect(current).toEqual({ ...layout, filter: {} })
  },
  'sheets.saveView': async (lab: Lab) => {
    const first = await lab.call('sheets.saveView', { sheet: 'customers', name: '영희들', layout })
    const again = await lab.call('sheets.saveView', { sheet: 'customers', name: '영희들', layout })
    expect(again).toEqual(first)
    expect((await lab.call('sheets.views', { sheet: 'customers' })).named).toEqual([
      { ...first, name: '영희들', layout },
    ])
  },
  'sheets.removeView': async (lab: Lab) => {
    const { id } = await lab.call('sheets.saveView', { sheet: 'customers', name: '영희들', layout })
    await lab.call('sheets.removeView', { id })
    expect(await lab.refused('sheets.removeView', { id })).toMatchObject({ code: 'sheet.view-gone' })
  },
}
