import { readFileSync } from 'node:fs'
import { expect, vi } from 'vitest'
import { readFile } from '#backend/moving-in/reading/read-file.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { BackendLab } from '../helpers/backend-lab.ts'

type State = CallOutput<'moving.state'>

/** Waits until nothing is under way any more. */
const settled = (lab: BackendLab): Promise<State> =>
  vi.waitFor(
    async () => {
      const state = await lab.call('moving.state', {})
      if (['reading', 'checking', 'writing', 'undoing'].includes(state.step)) throw new Error(state.step)
      return state
    },
    { interval: 10, timeout: 50_000 },
  )

/** Hands a file over as a window does, in parts, and waits until it has been read. */
const bring = async (lab: BackendLab, name: string, bytes: Uint8Array): Promise<State> => {
  const part = 300_000
  await lab.call('moving.begin', { name, size: bytes.length })
  for (let at = 0; at < bytes.length; at += part) {
    await lab.call('moving.part', { base64: Buffer.from(bytes.subarray(at, at + part)).toString('base64') })
  }
  return settled(lab)
}

/** Brought, checked as guessed, and nothing written. */
const checked = async (lab: BackendLab, text = list): Promise<State> => {
  const { look } = await bring(lab, '손님.csv', Buffer.from(text))
  await lab.call('moving.check', { columns: look?.columns ?? [], existing: 'complete' })
  return settled(lab)
}

/** One who is there already, one new, one refused. */
const list = '이름,휴대폰,포인트,메모\n김영희,010-0000-5678,100,창가\n박철수,1000001234,50,\n없음,12,,\n'

const written = async (lab: BackendLab): Promise<State> => {
  await checked(lab)
  await lab.call('moving.run', { agreed: true })
  return settled(lab)
}

export const movingScenes = {
  'moving.state': async (lab: BackendLab) => {
    expect(await lab.call('moving.state', {})).toMatchObject({ step: 'idle', look: null, run: null })
  },
  'moving.begin': async (lab: BackendLab) => {
    await lab.call('moving.begin', { name: 'a.csv', size: 5 })
    expect(await lab.call('moving.state', {})).toMatchObject({ step: 'idle', fileName: 'a.csv' })
  },
  'moving.part': async (lab: BackendLab) => {
    expect(await lab.refused('moving.part', { base64: 'AAAA' })).toMatchObject({ code: 'moving.no-file' })
    await lab.call('moving.begin', { name: 'a.csv', size: 5 })
    expect(await lab.call('moving.part', { base64: 'AAAA' })).toEqual({ received: 3 })
    expect(await lab.refused('moving.part', { base64: 'AAAA' })).toMatchObject({ code: 'moving.too-large' })
    const state = await bring(lab, 'empty.csv', Buffer.from('  '))
    expect(state).toMatchObject({ step: 'idle', trouble: { code: 'moving.empty' } })
  },
  'moving.look': async (lab: BackendLab) => {
    expect((await bring(lab, 'a.csv', Buffer.from(list))).look).toMatchObject({
      kind: 'customers',
      headerRow: 0,
      columns: ['name', 'phone', 'points', 'memo'],
    })
    const as = await lab.call('moving.look', { sheet: 0, kind: 'sales', headerRow: -1 })
    const elsewhere = await lab.call('moving.look', { sheet: 500, kind: 'sales', headerRow: -1 })
    expect(elsewhere).toEqual(as)
    expect(as).toMatchObject({ kind: 'sales', headerRow: -1 })
  },
  'moving.check': async (lab: BackendLab) => {
    const { step, check } = await checked(lab)
    expect({ step, check }).toMatchObject({
      step: 'checked',
      check: { rows: 3, fresh: 1, completed: 1, refused: 1, points: 150, broughtInAt: null },
    })
    expect(await lab.call('customers.search', { query: '1234' })).toEqual([])
  },
  'moving.problems': async (lab: BackendLab) => {
    await checked(lab)
    expect(await lab.call('moving.problems', { from: 0, count: 10, problem: 'phone-wrong' })).toEqual({
      total: 1,
      rows: [{ line: 4, cells: ['없음', '12', '', ''], problems: ['phone-wrong'] }],
    })
  },
  'moving.run': async (lab: BackendLab) => {
    expect(await lab.refused('moving.run', { agreed: true })).toMatchObject({ code: 'moving.no-file' })
    const { step, run } = await written(lab)
    expect({ step, run }).toMatchObject({
      step: 'done',
      run: { state: 'done', rows: 3, added: 1, completed: 1, refused: 1, points: 150 },
    })
    expect(await lab.call('customers.search', { query: '1234' })).toMatchObject([{ name: '박철수' }])
  },
  'moving.cancel': async (lab: BackendLab) => {
    await lab.call('moving.cancel', {})
    expect(await lab.call('moving.state', {})).toMatchObject({ step: 'idle', trouble: null })
  },
  'moving.leave': async (lab: BackendLab) => {
    await checked(lab)
    await lab.call('moving.leave', {})
    expect(await lab.call('moving.state', {})).toMatchObject({ step: 'idle', check: null, fileName: null })
  },
  'moving.refused': async (lab: BackendLab) => {
    await checked(lab)
    const { path, rows } = await lab.call('moving.refused', { language: 'ko' })
    expect(rows).toBe(1)
    expect(readFile(readFileSync(path))[0]?.rows).toEqual([
      ['넣지 못한 이유', '이름', '휴대폰', '포인트', '메모'],
      ['전화번호가 아니에요.', '없음', '12', null, null],
    ])
  },
  'moving.runs': async (lab: BackendLab) => {
    await written(lab)
    expect(await lab.call('moving.runs', {})).toMatchObject([{ fileName: '손님.csv', added: 1 }])
  },
  'moving.undo': async (lab: BackendLab) => {
    const { run } = await written(lab)
    await lab.call('moving.undo', { runId: run?.id ?? 0 })
    expect(await settled(lab)).toMatchObject({ step: 'done', run: { state: 'undone', kept: 0 } })
    expect(await lab.call('customers.search', { query: '1234' })).toEqual([])
    const [left] = await lab.call('customers.search', { query: '5678' })
    expect(await lab.call('customers.card', { customerId: left?.id ?? 0 })).toMatchObject({ memo: '' })
    expect(await lab.refused('moving.undo', { runId: run?.id ?? 0 })).toMatchObject({
      code: 'moving.run-not-found',
    })
  },
}
