import { describe, expect, it } from 'vitest'
import { guestEventNames, guestMethodNames, methodNames } from '#shared/contract/names.ts'
import { methodRules } from '#shared/roles.ts'
import { startOpenLab } from '../../helpers/backend-lab.ts'

const allowed: ReadonlySet<string> = new Set(guestMethodNames)

describe('the guest’s screen', () => {
  it('has the same few methods in the preload’s list and in the table of roles', () => {
    const byRole = methodNames.filter((name) => methodRules[name].who === 'guest')
    expect([...guestMethodNames].toSorted()).toEqual(byRole.toSorted())
    expect(guestEventNames).toEqual(['guest.screen'])
  })

  it('is refused every other method, whoever is signed in, and works while the counter needs a PIN and while it is locked', async () => {
    const lab = await startOpenLab()
    const others = methodNames.filter((name) => !allowed.has(name))
    const refusedAll = async (): Promise<void> => {
      for (const name of others)
        expect([name, await lab.backend.call(name, {}, 'guest')]).toEqual([
          name,
          { ok: false, error: { code: 'call.not-trusted', params: {} } },
        ])
    }
    // Nobody has a PIN: at the counter everything is open.
    await refusedAll()
    await lab.call('people.add', { name: '한사장', role: 'owner', pin: '4827' })
    const [owner] = await lab.call('people.list', {})
    await lab.call('door.enter', { personId: owner?.id ?? 0, pin: '4827' })
    await refusedAll()
    await lab.call('door.leave', {})
    expect(await lab.refused('people.list', {})).toMatchObject({ code: 'door.pin-needed' })
    expect(await lab.backend.call('guest.type', { digits: '010' }, 'guest')).toMatchObject({ ok: true })

    const { customerId } = await lab.call('customers.join', {
      name: '김영희',
      phone: '01000005678',
      consent: { required: true, marketing: false },
    })
    await lab.backend.call('guest.type', { digits: '01000005678' }, 'guest')
    expect(await lab.backend.call('guest.enter', {}, 'guest')).toMatchObject({ value: { at: 'card' } })
    await lab.call('door.enter', { personId: owner?.id ?? 0, pin: '4827' })
    const entries = await lab.call('access.list', { limit: 50, ofCustomer: customerId })
    expect(entries.find(({ method }) => method === 'guest.enter')).toMatchObject({
      role: 'guest',
      place: 'guest-screen',
      action: 'read',
    })

    const { hasPicture: _none, ...options } = await lab.call('guest.settings', {})
    await lab.call('guest.saveSettings', { ...options, on: true, notice: '쑥라떼' })
    await lab.call('ledger.lock', {})
    expect(await lab.backend.call('guest.screen', {}, 'guest')).toMatchObject({
      value: { at: 'rest', ready: false, shop: '시험가게', notice: '쑥라떼' },
    })
    expect(await lab.backend.call('guest.type', { digits: '0' }, 'guest')).toMatchObject({
      error: { code: 'ledger.locked' },
    })
    await refusedAll()
  })
})
