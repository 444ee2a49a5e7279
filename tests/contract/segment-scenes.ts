import { expect } from 'vitest'
import type { MethodName } from '#shared/contract/index.ts'
import type { BackendLab } from '../helpers/backend-lab.ts'

type SegmentMethod = Extract<MethodName, `segments.${string}`>

const nobody = { any: [] }
const anybody = { all: [] }

/** A good call of every method of groups; the shop has one customer, who has just come for the first time. */
export const segmentScenes: { readonly [M in SegmentMethod]: (lab: BackendLab) => Promise<void> } = {
  'segments.list': async (lab) => {
    const { people, segments } = await lab.call('segments.list', {})
    expect(people).toBe(1)
    expect(segments.filter(({ count }) => count > 0).map(({ id }) => id)).toEqual([3, 11, 25])
  },
  'segments.count': async (lab) => {
    expect(await lab.call('segments.count', { rule: anybody })).toEqual({
      count: 1,
      people: 1,
      some: ['김영희'],
    })
    const unknown = { is: 'member' as const, segmentId: 123_456 }
    expect(await lab.refused('segments.count', { rule: unknown })).toMatchObject({
      code: 'segment.not-found',
    })
  },
  'segments.members': async (lab) => {
    expect((await lab.call('segments.members', { rule: anybody })).ids).toHaveLength(1)
    expect(await lab.call('segments.members', { rule: nobody })).toEqual({ ids: [] })
  },
  'segments.save': async (lab) => {
    const { id } = await lab.call('segments.save', { id: null, name: '모두', rule: anybody })
    expect(await lab.refused('segments.save', { id: null, name: '모두', rule: nobody })).toMatchObject({
      code: 'segment.name-taken',
    })
    const itself = { is: 'member' as const, segmentId: id }
    expect(await lab.refused('segments.save', { id, name: '모두', rule: { not: itself } })).toMatchObject({
      code: 'segment.circular',
    })
    await lab.call('segments.save', { id, name: '아무도', rule: nobody })
    const { segments } = await lab.call('segments.list', {})
    expect(segments.at(-1)).toMatchObject({ id, kind: 'own', name: '아무도', count: 0 })
  },
  'segments.remove': async (lab) => {
    const { id } = await lab.call('segments.save', { id: null, name: '모두', rule: anybody })
    const rule = { not: { is: 'member' as const, segmentId: id } }
    const other = await lab.call('segments.save', { id: null, name: '나머지', rule })
    expect(await lab.refused('segments.remove', { id })).toEqual({
      code: 'segment.in-use',
      params: { name: '나머지' },
    })
    await lab.call('segments.remove', { id: other.id })
    await lab.call('segments.remove', { id })
    expect(await lab.refused('segments.remove', { id })).toMatchObject({ code: 'segment.not-found' })
  },
  'segments.bringBack': async (lab) => {
    const { id } = await lab.call('segments.save', { id: null, name: '모두', rule: anybody })
    await lab.call('segments.remove', { id })
    await lab.call('segments.bringBack', { id })
    expect((await lab.call('segments.list', {})).segments.at(-1)).toMatchObject({ id, count: 1 })
    expect(await lab.refused('segments.bringBack', { id: 1 })).toMatchObject({ code: 'segment.not-found' })
  },
  'segments.compare': async (lab) => {
    expect(await lab.call('segments.compare', { a: 3, b: 4 })).toEqual({ onlyA: 1, both: 0, onlyB: 0 })
  },
  'segments.history': async (lab) => {
    expect(await lab.call('segments.history', { id: 3, days: 90 })).toMatchObject({ entered: [], left: [] })
  },
  'segments.flow': async (lab) => {
    expect(await lab.call('segments.flow', { id: 3, from: '2026-03-01', to: '2026-05-31' })).toEqual({
      people: 0,
      now: [],
    })
  },
  'segments.flowMembers': async (lab) => {
    const asked = { id: 3, from: '2026-03-01', to: '2026-05-31', into: null }
    expect(await lab.call('segments.flowMembers', asked)).toEqual({ ids: [] })
    expect(await lab.call('segments.flowMembers', { ...asked, into: 'all' })).toEqual({ ids: [] })
  },
  'segments.choices': async (lab) => {
    const { products, tags } = await lab.call('segments.choices', {})
    expect(products.length).toBeGreaterThan(0)
    expect(tags).toEqual([])
  },
  'segments.settings': async (lab) => {
    expect(await lab.call('segments.settings', {})).toMatchObject({ plainDays: 90, newDays: 30 })
  },
  'segments.saveSettings': async (lab) => {
    const settings = await lab.call('segments.settings', {})
    const vip = { by: 'spend' as const, won: 1 }
    await lab.call('segments.saveSettings', { ...settings, newDays: 1, regularVisits: 2, vip, boxes: [] })
    const { segments } = await lab.call('segments.list', {})
    expect(segments.filter(({ count }) => count > 0).map(({ id }) => id)).toEqual([3, 11, 20])
    expect(segments.some(({ id }) => id === 21)).toBe(false)
  },
}
