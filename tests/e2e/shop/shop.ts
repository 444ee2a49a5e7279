import { createServer } from 'node:net'
import { openTcpPos, type PosLine } from '#backend/devices/simulated/pos.port.ts'
import type { CallInput, CallOutput, MethodName } from '#shared/contract/index.ts'
import type { RunningApp } from '../fixture.ts'

export const passphrase = '비 오는 날엔 라떼 두 잔'

/** A port on loopback that nobody has at this moment. */
export const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}

/** A call that has to go well; answers its value. */
export const ask = async <M extends MethodName>(
  app: RunningApp,
  name: M,
  input: CallInput<M>,
): Promise<CallOutput<M>> => {
  const result = await app.call(name, input)
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`)
  return result.value as CallOutput<M>
}

export interface Customer {
  readonly name: string
  readonly phone: string
}

/** Fictitious regulars; two of them share their last four digits. */
export const regulars: readonly Customer[] = [
  { name: '김영희', phone: '010-0000-5678' },
  { name: '남궁민수', phone: '010-0001-5678' },
  { name: '박서준', phone: '010-0000-1234' },
]

export interface OpenedShop {
  /** The POS at the other end of the line. */
  readonly pos: PosLine
  readonly recoveryCode: string
}

/** A shop that has been set up: ledger, regulars, a POS on TCP, a printer on the screen. */
export const openShop = async (
  app: RunningApp,
  customers: readonly Customer[] = regulars,
): Promise<OpenedShop> => {
  const port = await freePort()
  const { recoveryCode } = await ask(app, 'ledger.create', { shopName: '달빛정류장', passphrase })
  await ask(app, 'printers.save', {
    id: 'screen',
    name: '화면',
    enabled: true,
    columns: 42,
    kind: 'screen',
  })
  await ask(app, 'sources.save', {
    id: 'pos',
    name: '계산대 POS',
    enabled: true,
    encoding: 'cp949',
    idleGapMs: 500,
    kind: 'tcp',
    host: '127.0.0.1',
    port,
  })
  // The counter opens by this and finds everything set up.
  await ask(app, 'ledger.confirmRecovery', { recoveryCode })
  for (const { name, phone } of customers)
    await ask(app, 'customers.join', { name, phone, consent: { required: true, marketing: false } })
  return { pos: openTcpPos('127.0.0.1', port), recoveryCode }
}
