import { afterEach, describe, expect, it, vi } from 'vitest'
import { createDoors, type Doors } from '#backend/people/doors.service.ts'
import { createPeople, type People } from '#backend/people/people.service.ts'
import { freeTries, waitAfter } from '#backend/people/waits.ts'
import { isDangolError } from '#shared/errors.ts'
import { mayActAs, methodRules, roles } from '#shared/roles.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { filesBelow } from '../../helpers/ledger-lab.ts'
import { accessOf } from '../access/access-lab.ts'

forgetTemplate()
afterEach(() => {
  vi.useRealTimers()
})

const shop = async () => {
  const { ledger, folder } = await freshLedger()
  const { reader, unit, ids } = ledger
  const access = accessOf(ledger)
  let elapsed = 1_000
  const told: string[] = []
  const make = (): Doors =>
    createDoors({
      reader,
      unit,
      access,
      place: 'pc',
      elapsed: () => elapsed,
      onChange: (status) => told.push(status.role),
    })
  const people: People = createPeople(reader, unit, ids, { now: () => Date.now() })
  const owner = await people.add({ name: '한사장', role: 'owner', pin: '4827' }, null)
  const staff = await people.add({ name: '오직원', role: 'staff', pin: '1593' }, owner)
  return {
    ledger,
    folder,
    access,
    people,
    doors: make(),
    again: make,
    told,
    owner,
    staff,
    pass: (ms: number) => {
      elapsed += ms
    },
  }
}

const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work()
    return 'ok'
  } catch (error) {
    if (!isDangolError(error)) throw error
    return error.code === 'door.wait' ? `wait ${error.params['seconds']}` : error.code
  }
}

describe('the doors', () => {
  it('leave the counter open, and ask for a PIN for the rest', async () => {
    const { doors, staff, owner } = await shop()
    expect(await codeOf(() => doors.check(methodRules['counter.attach']))).toBe('ok')
    expect(await codeOf(() => doors.check(methodRules['customers.edit']))).toBe('door.pin-needed')
    await doors.enter(staff, '1593')
    expect(await codeOf(() => doors.check(methodRules['customers.edit']))).toBe('ok')
    expect(await codeOf(() => doors.check(methodRules['shop.save']))).toBe('door.pin-needed')
    await doors.enter(owner, '4827')
    expect(await codeOf(() => doors.check(methodRules['shop.save']))).toBe('ok')
  })

  it('close by themselves after a while without anything done, and stay open while there is', async () => {
    const { doors, staff, pass } = await shop()
    doors.saveSettings({ idleMinutes: 5, spendLimit: null })
    await doors.enter(staff, '1593')
    pass(4 * 60_000)
    doors.check(methodRules['receipts.paper'])
    pass(4 * 60_000)
    expect(doors.role()).toBe('staff')
    // What anybody may do does not keep them open: the counter is busy all day.
    doors.check(methodRules['customers.search'])
    pass(2 * 60_000)
    expect(doors.role()).toBe('counter')
  })

  it('make wrong PINs wait, ever longer, also across a restart; the right one ends it', async () => {
    const { doors, again, owner, pass, access } = await shop()
    for (let n = 1; n < freeTries; n += 1)
      expect(await codeOf(() => doors.enter(owner, '0000'))).toBe('door.wrong-pin')
    expect(await codeOf(() => doors.enter(owner, '0000'))).toBe('wait 30')
    expect(await codeOf(() => doors.enter(owner, '4827'))).toBe('wait 30')
    pass(29_000)
    expect(await codeOf(() => doors.enter(owner, '4827'))).toBe('wait 1')
    pass(1_000)
    expect(await codeOf(() => doors.enter(owner, '0000'))).toBe('wait 60')
    // Starting the program again wins nothing.
    const restarted = again()
    expect(await codeOf(() => restarted.enter(owner, '4827'))).toBe('wait 60')
    pass(60_000)
    expect(await codeOf(() => restarted.enter(owner, '4827'))).toBe('ok')
    expect(await codeOf(() => restarted.enter(owner, '0000'))).toBe('door.wrong-pin')
    expect(access.list({ limit: 20, action: 'failed' })).toHaveLength(7)
  })

  it('let one of many tries at the same moment through at most', async () => {
    const { doors, owner, staff, pass } = await shop()
    for (let n = 0; n < freeTries - 1; n += 1) await codeOf(() => doors.enter(owner, '0000'))
    const many = await Promise.all(
      ['1111', '2222', '4827', '3333'].map((pin) => codeOf(() => doors.enter(owner, pin))),
    )
    expect(many.filter((one) => one.startsWith('wait'))).toHaveLength(4)
    pass(60 * 60_000)
    expect(await codeOf(() => doors.enter(staff, '1593'))).toBe('ok')
  })

  it('forget whoever has left the shop, at once', async () => {
    const { doors, people, owner, staff } = await shop()
    await doors.enter(staff, '1593')
    await people.change({ personId: staff, ended: true }, owner)
    expect(doors.role()).toBe('counter')
    expect(await codeOf(() => doors.enter(staff, '1593'))).toBe('person.not-found')
  })

  it('know a name by its letters, composed or in parts: nobody shares one', async () => {
    const { people, owner, staff } = await shop()
    const parts = '한사장'.normalize('NFD')
    const twin = { name: parts, role: 'staff', pin: '0000' } as const
    expect(await codeOf(() => people.add(twin, owner))).toBe('person.name-taken')
    expect(await codeOf(() => people.change({ personId: staff, name: parts }, owner))).toBe(
      'person.name-taken',
    )
    await people.change({ personId: staff, name: '김직원'.normalize('NFD') }, owner)
    expect(people.list().map(({ name }) => name)).toEqual(['한사장', '김직원'])
  })

  it('follow a change of rights at once, and tell windows', async () => {
    const { doors, people, owner, staff, told } = await shop()
    await doors.enter(staff, '1593')
    await people.change({ personId: staff, role: 'manager' }, owner)
    expect(doors.role()).toBe('manager')
    doors.leave()
    expect(told).toEqual(['staff', 'counter'])
  })

  it('keep no PIN anywhere in the clear', async () => {
    const { ledger, folder } = await shop()
    const hashes = ledger.db.prepare('SELECT pin_hash FROM person').pluck().all().map(String)
    for (const hash of hashes) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    for (const { bytes } of filesBelow(folder)) expect(bytes.includes(Buffer.from('한사장'))).toBe(false)
  })
})

describe('changes of rights', () => {
  it('are kept three years, whatever a clock that jumps says', async () => {
    const { ledger } = await freshLedger()
    let now = Date.UTC(2020, 0, 1)
    const people = createPeople(ledger.reader, ledger.unit, ledger.ids, { now: () => now })
    const owner = await people.add({ name: '한사장', role: 'owner', pin: '4827' }, null)
    now = Date.UTC(2035, 0, 1)
    people.prune()
    expect(people.changes()).toHaveLength(1)
    now = Date.UTC(2022, 11, 1)
    await people.change({ personId: owner, name: '한대표' }, owner)
    people.prune()
    expect(people.changes()).toHaveLength(2)
    now = Date.UTC(2023, 1, 1)
    await people.change({ personId: owner, name: '한사장' }, owner)
    people.prune()
    expect(people.changes().map(({ what }) => what)).toEqual(['name', 'name'])
  })
})

describe('waits', () => {
  it('never get shorter, and end at an hour', () => {
    const all = Array.from({ length: 40 }, (_, failures) => waitAfter(failures))
    expect(all.slice(0, freeTries)).toEqual([0, 0, 0, 0, 0])
    for (const [n, wait] of all.entries()) expect(wait).toBeGreaterThanOrEqual(all[n - 1] ?? 0)
    expect(all.at(-1)).toBe(60 * 60_000)
  })
})

describe('roles', () => {
  it('each may do what those before it may', () => {
    for (const [n, role] of roles.entries())
      for (const [m, other] of roles.entries()) expect(mayActAs(role, other)).toBe(n >= m)
  })

  it('the open counter never reaches rights, keys, exports or the log', () => {
    const reached = Object.entries(methodRules)
      .filter(([, rule]) => rule.who === 'counter')
      .map(([name]) => name)
    expect(reached.filter((name) => /^(people|access|teaching)\.|save|export|remove/.test(name))).toEqual([])
  })
})
