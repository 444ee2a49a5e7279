import { expect } from 'vitest'
import type { CallInput, CallOutput, MethodName } from '#shared/contract/index.ts'
import type { BackendLab } from '../helpers/backend-lab.ts'

interface GuestScene extends BackendLab {
  /** 김영희, 010-0000-5678. */
  readonly customerId: number
}

type GuestMethod = Extract<MethodName, `guest.${string}`>

const typed = async (lab: GuestScene, digits: string): Promise<CallOutput<'guest.enter'>> => {
  await lab.call('guest.type', { digits })
  return lab.call('guest.enter', {})
}

const consents = {
  versions: { required: 1, marketing: 1, night: 1 },
  ofAge: true,
  required: true,
  marketing: false,
  night: false,
  drawing: null,
} as const

const options: CallInput<'guest.saveSettings'> = {
  on: true,
  display: { id: 2, width: 1280, height: 800 },
  alone: 'none',
  restSeconds: 20,
  sign: 'draw',
  notice: '오늘은 쑥라떼가 맛있어요',
  noticeToday: false,
}

/** A good call of every method of the guest's own screen. */
export const guestScenes: { readonly [M in GuestMethod]: (lab: GuestScene) => Promise<void> } = {
  'guest.screen': async (lab) => {
    expect(await lab.call('guest.screen', {})).toEqual({
      at: 'rest',
      restInMs: null,
      ready: true,
      shop: '시험가게',
      notice: '',
      picture: 0,
    })
  },
  'guest.picture': async (lab) => {
    expect(await lab.call('guest.picture', {})).toEqual({ picture: null })
  },
  'guest.type': async (lab) => {
    expect(await lab.call('guest.type', { digits: '0101' })).toMatchObject({ at: 'pad', typed: '0101' })
    expect(lab.told('guest.watched').at(-1)).toMatchObject({ at: 'pad', typed: '0101', customerId: null })
    expect(await lab.refused('guest.type', { digits: '010-1' })).toMatchObject({ code: 'call.bad-input' })
  },
  'guest.enter': async (lab) => {
    expect(await typed(lab, '01000005678')).toMatchObject({
      at: 'card',
      card: { name: '김*희', phone: '****-5678' },
    })
    expect(lab.told('guest.watched').at(-1)).toMatchObject({ customerId: lab.customerId, guest: 1 })
  },
  'guest.step': async (lab) => {
    expect((await lab.refused('guest.step', { step: 'name' })).code).toBe('guest.not-joining')
    expect(await typed(lab, '01000009999')).toMatchObject({ at: 'new', phone: '01000009999' })
    const join = await lab.call('guest.step', { step: 'consent' })
    expect(join).toMatchObject({ at: 'join', step: 'consent', wordings: [{ kind: 'required' }, {}, {}] })
  },
  'guest.join': async (lab) => {
    expect((await lab.refused('guest.join', { ...consents, name: null })).code).toBe('guest.not-joining')
    await typed(lab, '01000009999')
    await lab.call('guest.step', { step: 'sign' })
    const old = { ...consents, name: '오하나', versions: { ...consents.versions, marketing: 9 } }
    expect((await lab.refused('guest.join', old)).code).toBe('guest.wording-changed')
    const unasked = { ...consents, name: '오하나', night: true }
    expect((await lab.refused('guest.join', unasked)).code).toBe('call.bad-input')
    const view = await lab.call('guest.join', { ...consents, name: '오하나', drawing: 'M10 20L30 40L50 60' })
    expect(view).toMatchObject({ at: 'card', card: { name: '오*나', joined: true, points: 0 } })
  },
  'guest.stay': async (lab) => {
    await lab.call('guest.type', { digits: '1' })
    expect(await lab.call('guest.stay', {})).toMatchObject({ at: 'pad', typed: '1' })
  },
  'guest.leave': async (lab) => {
    await typed(lab, '01000005678')
    expect(await lab.call('guest.leave', {})).toMatchObject({ at: 'rest' })
  },
  'guest.watch': async (lab) => {
    expect(await lab.call('guest.watch', {})).toEqual({
      at: 'rest',
      typed: '',
      step: null,
      customerId: null,
      guest: 0,
      unnamed: null,
    })
  },
  'guest.takeOver': async (lab) => {
    await typed(lab, '01000009999')
    expect(await lab.call('guest.takeOver', {})).toEqual({
      customerId: null,
      typed: '01000009999',
      joining: true,
    })
    expect(await lab.call('guest.screen', {})).toMatchObject({ at: 'helped' })
  },
  'guest.close': async (lab) => {
    await typed(lab, '01000005678')
    await lab.call('guest.close', {})
    expect(await lab.call('guest.screen', {})).toMatchObject({ at: 'rest' })
  },
  'guest.show': async (lab) => {
    await lab.call('guest.show', { customerId: lab.customerId })
    expect(await lab.call('guest.screen', {})).toMatchObject({ at: 'card', card: { name: '김*희' } })
    expect((await lab.refused('guest.show', { customerId: 1 })).code).toBe('customer.not-found')
  },
  'guest.name': async (lab) => {
    await typed(lab, '01000009999')
    await lab.call('guest.step', { step: 'sign' })
    await lab.call('guest.join', { ...consents, name: null })
    const { unnamed } = await lab.call('guest.watch', {})
    expect(await lab.call('guest.screen', {})).toMatchObject({ at: 'card', card: { name: '' } })
    await lab.call('guest.name', { customerId: unnamed ?? 0, name: '오하나' })
    expect(await lab.call('guest.screen', {})).toMatchObject({ card: { name: '오*나' } })
    expect((await lab.call('guest.watch', {})).unnamed).toBeNull()
  },
  'guest.settings': async (lab) => {
    expect(await lab.call('guest.settings', {})).toMatchObject({
      on: false,
      restSeconds: 30,
      hasPicture: false,
    })
  },
  'guest.saveSettings': async (lab) => {
    await lab.call('guest.saveSettings', options)
    expect(await lab.call('guest.settings', {})).toEqual({ ...options, hasPicture: false })
    const { on, display, alone } = options
    expect(lab.told('guest.placed').at(-1)).toEqual({ on, display, alone })
    expect(lab.told('guest.screen').at(-1)).toMatchObject({ notice: options.notice })
  },
  'guest.savePicture': async (lab) => {
    const picture = `data:image/png;base64,${Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]).toString('base64')}`
    await lab.call('guest.savePicture', { picture })
    expect(await lab.call('guest.picture', {})).toEqual({ picture })
    expect(lab.told('guest.screen').at(-1)).toMatchObject({ picture: 2 })
    const svg = `data:image/svg+xml;base64,${Buffer.from('<svg/>').toString('base64')}`
    for (const bad of [svg, picture.replace('png', 'jpeg'), 'https://example.com/x.png'])
      expect((await lab.refused('guest.savePicture', { picture: bad })).code).toBe('guest.bad-picture')
  },
  'guest.displays': async (lab) => {
    expect(await lab.call('guest.displays', {})).toEqual({ displays: [] })
  },
}
