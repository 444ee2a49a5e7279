import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { MethodName } from '#shared/contract/index.ts'
import type { BackendLab } from '../helpers/backend-lab.ts'

interface TeachingScene extends BackendLab {
  /** A paper that nobody could read. */
  readonly paperId: number
}

type TeachingMethod = Extract<MethodName, `teaching.${string}`>

/** A profile that fits no paper here, as its file has it. */
const someProfile = JSON.stringify({
  format: 'dangol-layout',
  version: 1,
  profile: {
    name: '은하수 POS',
    fingerprint: ['^고른것몇얼마$'],
    labels: [{ role: 'pay-total', rank: 30, words: ['모두내실돈'] }],
    columns: [],
    quirks: {},
    sample: '',
    taught: {},
  },
})

/** A good call of every method of teaching. */
export const teachingScenes: { readonly [M in TeachingMethod]: (lab: TeachingScene) => Promise<void> } = {
  'teaching.preview': async (lab) => {
    const { paperId } = lab
    const marks = [{ what: 'total' as const, line: 1, start: 8, end: 14 }]
    expect(await lab.call('teaching.preview', { paperId, marks: [] })).toMatchObject({ profile: null })
    expect(await lab.call('teaching.preview', { paperId, marks })).toMatchObject({
      reading: { total: 99_999 },
      unclear: [],
    })
    expect(await lab.refused('teaching.preview', { paperId: 1, marks: [] })).toMatchObject({
      code: 'paper.not-found',
    })
  },
  'teaching.tryOn': async (lab) => {
    expect(await lab.call('teaching.tryOn', { profile: someProfile })).toMatchObject({ new: 0, unchanged: 2 })
    expect(await lab.refused('teaching.tryOn', { profile: '{}' })).toMatchObject({
      code: 'teaching.bad-profile',
    })
  },
  'teaching.save': async (lab) => {
    expect(await lab.call('teaching.save', { profile: someProfile })).toMatchObject({ entered: 0 })
    expect(await lab.call('teaching.list', {})).toMatchObject([{ name: '은하수 POS', notSale: false }])
  },
  'teaching.list': async (lab) => {
    expect(await lab.call('teaching.list', {})).toEqual([])
  },
  'teaching.remove': async (lab) => {
    const { id } = await lab.call('teaching.save', { profile: someProfile })
    await lab.call('teaching.remove', { id })
    expect(await lab.call('teaching.list', {})).toEqual([])
    expect(await lab.refused('teaching.remove', { id })).toMatchObject({ code: 'teaching.not-found' })
  },
  'teaching.export': async (lab) => {
    const { id } = await lab.call('teaching.save', { profile: someProfile })
    const { path } = await lab.call('teaching.export', { id })
    expect(path).toBe(join(lab.folder, 'exports', '은하수 POS.dangol-layout.json'))
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(someProfile))
    const again = await lab.call('teaching.export', { id })
    expect(again.path).toBe(join(lab.folder, 'exports', '은하수 POS 2.dangol-layout.json'))
    expect(await lab.refused('teaching.export', { id: 1 })).toMatchObject({ code: 'teaching.not-found' })
  },
  'teaching.import': async (lab) => {
    expect(await lab.call('teaching.import', { text: someProfile })).toMatchObject({ name: '은하수 POS' })
    expect(await lab.call('teaching.list', {})).toEqual([])
    expect(await lab.refused('teaching.import', { text: 'no JSON' })).toMatchObject({
      code: 'teaching.bad-profile',
    })
  },
  'teaching.correct': async (lab) => {
    const { receiptId } = await lab.call('teaching.correct', {
      paperId: lab.paperId,
      fields: {
        kind: 'sale',
        issuedAt: Date.UTC(2026, 10, 22, 3),
        total: 12_345,
        items: [{ name: '뜻 없는 것', quantity: 1, amount: 12_345 }],
      },
    })
    expect(lab.told('receipt.arrived').at(-1)).toMatchObject({ id: receiptId, total: 12_345 })
    expect(await lab.call('review.list', {})).toEqual([])
  },
}
