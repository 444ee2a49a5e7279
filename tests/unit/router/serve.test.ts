import { describe, expect, it } from 'vitest'
import { createRemoteKeychain } from '#backend/remote-keychain.ts'
import { serve } from '#backend/serve.ts'
import type { UtilityPort } from '#backend/utility-port.ts'
import type { FromBackend, ToBackend } from '#shared/contract/wire.ts'
import { until } from '../../helpers/devices/until.ts'
import { temporaryFolder } from '../../helpers/ledger-lab.ts'

/** Main's end of the port. */
const main = () => {
  const heard: FromBackend[] = []
  const listeners: ((message: { data: ToBackend }) => void)[] = []
  const port: UtilityPort = {
    on: (_event, listen) => {
      listeners.push(listen)
    },
    // What crosses has to be clonable.
    postMessage: (message) => heard.push(structuredClone(message)),
  }
  const exits: number[] = []
  serve(port, (code) => exits.push(code))
  return {
    heard,
    exits,
    say: (data: ToBackend) => listeners.forEach((listen) => listen({ data: structuredClone(data) })),
    of: <T extends FromBackend['type']>(type: T) =>
      heard.filter((message): message is Extract<FromBackend, { type: T }> => message.type === type),
  }
}

const passphrase = '단골손님 어서오세요 77'

describe('the utility process', () => {
  it('boots, answers, tells events, asks main for its keychain, and closes', async () => {
    const { say, of, exits } = main()
    say({ type: 'call', id: 1, name: 'app.status', input: {} })
    await until('an answer', () => of('answer').length === 1)
    expect(of('answer')[0]?.result).toMatchObject({ ok: false, error: { code: 'call.backend-away' } })

    say({ type: 'boot', boot: { dataFolder: temporaryFolder(), version: '1.2.3' } })
    await until('ready', () => of('ready').length === 1)
    say({ type: 'call', id: 2, name: 'ledger.create', input: { shopName: '가게', passphrase } })
    await until('a ledger', () => of('answer').length === 2)
    const made = of('answer')[1]?.result
    expect(made).toMatchObject({ ok: true })
    expect(of('event').map((event) => event.name)).toContain('app.changed')
    say({ type: 'call', id: 3, name: 'ledger.confirmRecovery', input: made?.ok ? made.value : {} })
    await until('confirmed', () => of('answer').length === 3)

    say({ type: 'call', id: 4, name: 'ledger.setUnattendedStart', input: { on: true } })
    await until('a question', () => of('keychain-ask').length === 1)
    say({ type: 'keychain-answer', id: of('keychain-ask')[0]?.id ?? 0, data: null })
    await until('refused', () => of('answer').length === 4)
    expect(of('answer')[3]?.result).toMatchObject({ ok: false, error: { code: 'ledger.keychain-away' } })

    say({ type: 'power', state: 'suspend' })
    say({ type: 'power', state: 'resume' })
    say({ type: 'shutdown' })
    await until('closed', () => exits.length === 1)
    expect(of('closed')).toHaveLength(1)
    expect(exits).toEqual([0])
  })

  it('gives up with a code when its folder cannot be used', async () => {
    const { say, of, exits } = main()
    say({ type: 'boot', boot: { dataFolder: '/dev/null/nowhere', version: '1' } })
    await until('exit', () => exits.length > 0)
    expect(exits).toEqual([1])
    expect(of('ready')).toEqual([])
  })
})

describe('the keychain at the other end', () => {
  it('matches answers to questions, and passes bytes unchanged', async () => {
    const asked: Extract<FromBackend, { type: 'keychain-ask' }>[] = []
    const keychain = createRemoteKeychain((message) => asked.push(message))
    const one = keychain.protect(Uint8Array.from([0, 255, 7]))
    const two = keychain.unprotect(Uint8Array.from([1]))
    expect(asked.map((ask) => ask.what)).toEqual(['protect', 'unprotect'])
    keychain.answered(asked[1]?.id ?? 0, Buffer.from([9]).toString('base64'))
    keychain.answered(asked[0]?.id ?? 0, asked[0]?.data ?? null)
    keychain.answered(999, 'AA==')
    expect([...((await one) ?? [])]).toEqual([0, 255, 7])
    expect([...((await two) ?? [])]).toEqual([9])
  })
})
