import { describe, expect, it } from 'vitest'
import type { CallInput } from '#shared/contract/index.ts'
import { type BackendLab, passphrase, startOpenLab } from '../../helpers/backend-lab.ts'
import { joined } from '../backup/backup-lab.ts'

/** A shop with a manager, whose counter is open to everybody; the customer has plenty of points. */
const shop = async (spendLimit: number | null) => {
  const lab = await startOpenLab()
  const customerId = await joined(lab, '까치발', '010-0000-7788')
  await lab.call('points.correct', { customerId, points: 50_000, reason: '개업 선물' })
  await lab.call('people.add', { name: '한사장', role: 'owner', pin: '4827' })
  const { personId: manager } = await lab.call('people.add', {
    name: '오매니저',
    role: 'manager',
    pin: '1593',
  })
  const { personId: staff } = await lab.call('people.add', { name: '유직원', role: 'staff', pin: '2604' })
  await lab.call('door.saveSettings', { idleMinutes: 5, spendLimit })
  await lab.call('door.leave', {})
  return { lab, customerId, manager, staff }
}

const use = (lab: BackendLab, customerId: number, points: number) =>
  lab.backend.call('points.use', { customerId, points, receiptId: null, print: false })

/** Says above which limit it would go, so that the pad can tell why it asks. */
const asks = (limit: number) => ({
  ok: false,
  error: { code: 'door.pin-needed', params: { role: 'manager', limit } },
})

const terms: CallInput<'coupons.saveKind'>['terms'] = {
  name: '개업 쿠폰',
  benefit: 'amount',
  value: 5_000,
  most: null,
  leastSpend: 0,
  weekdays: 127,
  fromMinute: 0,
  toMinute: 0,
  validFrom: null,
  validTo: null,
  validDays: null,
  perPerson: null,
  inAll: null,
  personal: true,
  occasion: 'hand',
  tierId: null,
  daysBefore: 0,
  absentDays: null,
  targets: [],
}

describe('the limit of spending without a PIN', () => {
  it('counts a day’s uses of one customer together, and asks for a manager above it, who is on record', async () => {
    const { lab, customerId, manager, staff } = await shop(10_000)
    const half = await use(lab, customerId, 6_000)
    expect(await use(lab, customerId, 6_000)).toEqual(asks(10_000))
    const { actionId } = (half.ok ? half.value : {}) as { actionId: number }
    await lab.call('points.undo', { actionId })
    expect(await use(lab, customerId, 10_000)).toMatchObject({ ok: true })
    expect(await use(lab, customerId, 1)).toEqual(asks(10_000))
    await lab.call('door.enter', { personId: staff, pin: '2604' })
    expect(await use(lab, customerId, 1)).toEqual(asks(10_000))
    // Somebody else's day is their own, and what spends nothing asks nobody.
    const other = await joined(lab, '두루미', '010-0000-1111')
    expect(await use(lab, other, 5_000)).toMatchObject({ error: { code: 'points.too-few' } })
    await lab.call('points.atCounter', { customerId, receiptId: null })
    await lab.call('door.enter', { personId: manager, pin: '1593' })
    expect(await use(lab, customerId, 20_000)).toMatchObject({ ok: true })

    await lab.call('door.enterByPassphrase', { passphrase })
    const entries = await lab.call('access.list', { limit: 50, ofCustomer: customerId })
    expect(entries.filter(({ method }) => method === 'points.use')).toMatchObject([
      { person: '오매니저', role: 'manager', action: 'change' },
      { person: null, role: 'counter' },
      { person: null, role: 'counter' },
    ])
  })

  it('holds for coupons as far as their worth can be told; without a limit nobody is asked', async () => {
    const { lab, customerId } = await shop(4_000)
    await lab.call('door.enterByPassphrase', { passphrase })
    const give = async (change: Partial<typeof terms>): Promise<string> => {
      const { kindId } = await lab.call('coupons.saveKind', { kindId: null, terms: { ...terms, ...change } })
      return (await lab.call('coupons.give', { kindId, customerId, print: false })).coupon.code
    }
    const large = await give({})
    const small = await give({ name: '작은 쿠폰', value: 4_000 })
    const share = await give({ name: '한 할', benefit: 'percent', value: 10 })
    await lab.call('door.leave', {})
    const redeem = (code: string) => lab.backend.call('coupons.redeem', { code, receiptId: null, customerId })
    expect(await redeem(large)).toEqual(asks(4_000))
    expect(await redeem(small)).toMatchObject({ ok: true })
    expect(await redeem(share)).toMatchObject({ ok: true })
    // What is no coupon is told as such.
    expect(await redeem('1234')).toMatchObject({ error: { code: 'coupon.forged' } })

    await lab.call('door.enterByPassphrase', { passphrase })
    await lab.call('door.saveSettings', { idleMinutes: 5, spendLimit: null })
    await lab.call('door.leave', {})
    expect(await use(lab, customerId, 50_000)).toMatchObject({ ok: true })
    expect(await redeem(large)).toMatchObject({ ok: true })
  })
})
