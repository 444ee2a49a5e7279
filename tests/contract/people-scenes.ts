import { expect } from 'vitest'
import type { MethodName } from '#shared/contract/index.ts'
import { type BackendLab, passphrase } from '../helpers/backend-lab.ts'

type PeopleMethod = Extract<MethodName, `${'door' | 'people' | 'access'}.${string}`>

const owner = { name: '한사장', role: 'owner' as const, pin: '4827' }
const staff = { name: '오직원', role: 'staff' as const, pin: '1593' }

/** A good call of every method about people, their doors and the access log. */
export const peopleScenes: { readonly [M in PeopleMethod]: (lab: BackendLab) => Promise<void> } = {
  'door.status': async (lab) => {
    expect(await lab.call('door.status', {})).toMatchObject({ people: [], person: null, role: 'owner' })
  },
  'door.enter': async (lab) => {
    const { personId } = await lab.call('people.add', owner)
    await lab.call('door.leave', {})
    expect(await lab.refused('shop.save', await lab.call('shop.get', {}))).toEqual({
      code: 'door.pin-needed',
      params: { role: 'owner' },
    })
    expect(await lab.refused('door.enter', { personId, pin: '0000' })).toMatchObject({
      code: 'door.wrong-pin',
    })
    expect(await lab.call('door.enter', { personId, pin: owner.pin })).toMatchObject({
      person: { name: '한사장' },
      role: 'owner',
    })
    await lab.call('shop.save', await lab.call('shop.get', {}))
  },
  'door.enterByPassphrase': async (lab) => {
    await lab.call('people.add', owner)
    expect(await lab.refused('door.enterByPassphrase', { passphrase: 'not the one' })).toMatchObject({
      code: 'ledger.wrong-passphrase',
    })
    expect(await lab.call('door.enterByPassphrase', { passphrase })).toMatchObject({ role: 'owner' })
  },
  'door.leave': async (lab) => {
    const { personId } = await lab.call('people.add', owner)
    await lab.call('door.enter', { personId, pin: owner.pin })
    expect(await lab.call('door.leave', {})).toMatchObject({ person: null, role: 'counter' })
    expect(lab.told('door.changed').at(-1)).toMatchObject({ role: 'counter' })
  },
  'door.saveSettings': async (lab) => {
    const saved = await lab.call('door.saveSettings', { idleMinutes: 9, spendLimit: 20_000 })
    expect(saved).toMatchObject({ idleMinutes: 9, spendLimit: 20_000 })
  },
  'people.list': async (lab) => {
    await lab.call('people.add', owner)
    await lab.call('door.enterByPassphrase', { passphrase })
    await lab.call('people.add', staff)
    expect((await lab.call('people.list', {})).map(({ name, role }) => [name, role])).toEqual([
      ['한사장', 'owner'],
      ['오직원', 'staff'],
    ])
  },
  'people.add': async (lab) => {
    expect(await lab.refused('people.add', staff)).toMatchObject({ code: 'person.owner-first' })
    await lab.call('people.add', owner)
    await lab.call('door.enterByPassphrase', { passphrase })
    expect(await lab.refused('people.add', { ...staff, name: owner.name })).toMatchObject({
      code: 'person.name-taken',
    })
  },
  'people.change': async (lab) => {
    const { personId } = await lab.call('people.add', owner)
    await lab.call('door.enterByPassphrase', { passphrase })
    expect(await lab.refused('people.change', { personId, role: 'staff' })).toMatchObject({
      code: 'person.last-owner',
    })
    await lab.call('people.change', { personId, pin: '7351', name: '한대표' })
    await lab.call('door.leave', {})
    expect(await lab.call('door.enter', { personId, pin: '7351' })).toMatchObject({
      person: { name: '한대표' },
    })
  },
  'people.changes': async (lab) => {
    const { personId } = await lab.call('people.add', owner)
    await lab.call('door.enterByPassphrase', { passphrase })
    const { personId: other } = await lab.call('people.add', staff)
    await lab.call('people.change', { personId: other, role: 'manager' })
    await lab.call('people.change', { personId: other, ended: true })
    const changes = await lab.call('people.changes', {})
    expect(changes.map(({ what, before, after, by }) => [what, before, after, by])).toEqual([
      ['ended', 'manager', null, '한사장'],
      ['role', 'staff', 'manager', '한사장'],
      ['added', null, 'staff', '한사장'],
      ['added', null, 'owner', null],
    ])
    expect(personId).toBeGreaterThan(0)
  },
  'access.list': async (lab) => {
    const { customerId } = await lab.call('customers.join', {
      name: '남다름',
      phone: '01000007777',
      memo: '',
      consent: { required: true, marketing: false },
    })
    await lab.call('customers.card', { customerId })
    const [read, joined] = await lab.call('access.list', { limit: 10, ofCustomer: customerId })
    expect([joined?.method, read?.method]).toEqual(['customers.join', 'customers.card'])
    expect(read).toMatchObject({ action: 'read', person: null, customerId, people: 1, place: 'pc' })
  },
  'access.months': async (lab) => {
    await lab.call('access.list', { limit: 1 })
    const [month] = await lab.call('access.months', {})
    expect(month?.entries).toBeGreaterThan(0)
    expect(month?.reviewed).toBeNull()
  },
  'access.tick': async (lab) => {
    await lab.call('access.list', { limit: 1 })
    const [month] = await lab.call('access.months', {})
    await lab.call('access.tick', { month: month?.month ?? '', remark: '이상 없음' })
    const [ticked] = await lab.call('access.months', {})
    expect(ticked?.reviewed).toMatchObject({ remark: '이상 없음', by: null })
  },
  'access.verify': async (lab) => {
    await lab.call('access.list', { limit: 1 })
    const verified = await lab.call('access.verify', {})
    expect(verified.links).toBeGreaterThan(0)
    expect(verified.faults).toEqual([])
  },
}
