import { expect } from 'vitest'
import type { MethodName } from '#shared/contract/names.ts'
import { qrOf, textOf } from '#shared/slips/blocks.ts'
import type { BackendLab } from '../helpers/backend-lab.ts'

interface SlipScene extends BackendLab {
  readonly customerId: number
}

type SlipTemplateMethod = Extract<MethodName, `slipTemplates.${string}`>

const blocks = [textOf('{고객 이름} 님 ☕'), qrOf('https://example.com/hello')]

/** A good call of each. */
export const slipTemplateScenes: {
  readonly [M in SlipTemplateMethod]: (lab: SlipScene) => Promise<unknown>
} = {
  'slipTemplates.list': async (lab) => {
    const list = await lab.call('slipTemplates.list', {})
    expect(list.map(({ kind, own }) => [kind, own])).toContainEqual(['earn', false])
    expect(list).toHaveLength(7)
  },
  'slipTemplates.get': async (lab) => {
    const { blocks: now, readyMade, own } = await lab.call('slipTemplates.get', { kind: 'coupon' })
    expect(now).toEqual(readyMade)
    expect(own).toBe(false)
  },
  'slipTemplates.save': async (lab) => {
    await lab.call('slipTemplates.save', { kind: 'survey', blocks })
    expect(await lab.call('slipTemplates.get', { kind: 'survey' })).toMatchObject({ own: true, blocks })
    await lab.call('slipTemplates.save', { kind: 'survey', blocks: null })
    expect(await lab.call('slipTemplates.get', { kind: 'survey' })).toMatchObject({ own: false })
  },
  'slipTemplates.setAutomatic': async (lab) => {
    await lab.call('slipTemplates.setAutomatic', { kind: 'welcome', on: true })
    const [welcome] = (await lab.call('slipTemplates.list', {})).filter(({ kind }) => kind === 'welcome')
    expect(welcome?.automatic).toBe(true)
  },
  'slipTemplates.preview': async (lab) => {
    const { customerId } = lab
    const shown = await lab.call('slipTemplates.preview', { kind: 'survey', blocks, columns: 32, customerId })
    expect(shown.svg).toContain('김*희 님 □')
    expect(shown.troubles).toEqual([{ block: 0, is: 'unprintable', text: '☕', instead: '□' }])
    expect(
      await lab.refused('slipTemplates.preview', { kind: 'survey', blocks, columns: 32, customerId: 7 }),
    ).toMatchObject({ code: 'customer.not-found' })
  },
  'slipTemplates.test': async (lab) => {
    expect(await lab.call('slipTemplates.test', { kind: 'survey', blocks, customerId: null })).toEqual({})
  },
  'slipTemplates.addPicture': async (lab) => {
    const gray = Buffer.alloc(64, 40).toString('base64')
    const { pictureId } = await lab.call('slipTemplates.addPicture', { width: 8, height: 8, gray })
    const logo = { type: 'logo' as const, pictureId, width: 'small' as const, when: [] }
    await lab.call('slipTemplates.save', { kind: 'earn', blocks: [logo] })
    expect(
      await lab.refused('slipTemplates.save', { kind: 'earn', blocks: [{ ...logo, pictureId: 1 }] }),
    ).toMatchObject({ code: 'slip.picture-not-found' })
    expect(await lab.refused('slipTemplates.addPicture', { width: 9, height: 8, gray })).toMatchObject({
      code: 'slip.picture-wrong',
    })
  },
  'slipTemplates.print': async (lab) => {
    const { customerId } = lab
    const { slip } = await lab.call('slipTemplates.print', { kind: 'welcome', customerId })
    expect(slip?.number).toMatch(/^\d{8}-0002$/)
    expect(await lab.refused('slipTemplates.print', { kind: 'welcome', customerId: 7 })).toMatchObject({
      code: 'customer.not-found',
    })
  },
}
