import { describe, expect, it } from 'vitest'
import { type BackendLab, startOpenLab } from '../../helpers/backend-lab.ts'

const signature = 'M111 222L333 144L555 166'

const joinOnScreen = async (lab: BackendLab, digits: string, name: string, drawing: string | null) => {
  await lab.call('guest.type', { digits })
  await lab.call('guest.enter', {})
  await lab.call('guest.step', { step: 'sign' })
  await lab.call('guest.join', {
    name,
    versions: { required: 1, marketing: 1, night: 1 },
    ofAge: true,
    required: true,
    marketing: true,
    night: drawing !== null,
    drawing,
  })
  const { customerId } = await lab.call('guest.watch', {})
  return customerId ?? 0
}

const proofsOf = async (lab: BackendLab, customerId: number) =>
  (await lab.call('customers.consents', { customerId })).map(({ kind, given, how, version, proof }) => ({
    kind,
    given,
    how,
    version,
    proof,
  }))

describe('a consent from the guest’s screen', () => {
  it('keeps wording, way and signature; they follow a merge and its undoing, and go with a destruction', async () => {
    const lab = await startOpenLab()
    const signed = await joinOnScreen(lab, '01000007777', '오하나', signature)
    const proof = { kind: 'signature', drawing: signature }
    const said = { given: true, how: 'guest-screen', version: 1 }
    const own = ['night', 'marketing', 'required'].map((kind) => ({ kind, ...said, proof }))
    expect(await proofsOf(lab, signed)).toEqual(own)
    const ticked = await joinOnScreen(lab, '01000008888', '오하나', null)
    expect(await proofsOf(lab, ticked)).toEqual(
      ['marketing', 'required'].map((kind) => ({ kind, ...said, proof: { kind: 'check', drawing: null } })),
    )
    // At the counter nobody signs.
    const { customerId: plain } = await lab.call('customers.join', {
      name: '박서준',
      phone: '01000001234',
      consent: { required: true, marketing: false },
    })
    expect(await proofsOf(lab, plain)).toMatchObject([{ how: 'counter', proof: null }])

    const { mergeId } = await lab.call('customers.merge', { customerId: ticked, goneId: signed })
    const joined = await proofsOf(lab, ticked)
    expect(joined).toHaveLength(5)
    expect(joined.filter((one) => one.proof?.drawing === signature)).toHaveLength(3)
    await lab.call('customers.unmerge', { mergeId })
    expect(await proofsOf(lab, signed)).toEqual(own)

    await lab.call('customers.destroy', { customerId: signed })
    expect((await lab.refused('customers.consents', { customerId: signed })).code).toBe('customer.not-found')
    expect(await proofsOf(lab, ticked)).toHaveLength(2)
  })
})
