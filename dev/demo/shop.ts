import { createBackend } from '#backend/container.ts'
import { simulatedShop } from '#backend/devices/simulated/menu.ts'
import type { CallInput, CallOutput, EventName, EventPayload, MethodName } from '#shared/contract/index.ts'
import type { Cable } from './cable.ts'
import { DemoError, found } from './demo-error.ts'
import { regulars } from './story.ts'

type Told = { [E in EventName]: readonly [E, EventPayload<E>] }[EventName]

/** The whole program without a window, on a new encrypted ledger. */
export interface DemoShop {
  /** A call as a window makes it; one that fails ends the demo. */
  ask<M extends MethodName>(name: M, input: CallInput<M>): Promise<CallOutput<M>>
  /** Everything that a window would have been told, oldest first. */
  readonly told: readonly Told[]
  close(): Promise<void>
}

export interface DemoShopParts {
  readonly dataFolder: string
  readonly passphrase: string
  readonly cable: Cable
  readonly printerPort: number
}

/** Sets up a shop as its owner would: ledger, recovery code typed back, line, printer, four regulars. */
export const openDemoShop = async (parts: DemoShopParts): Promise<DemoShop> => {
  const told: Told[] = []
  const backend = await createBackend({
    dataFolder: parts.dataFolder,
    version: 'demo',
    keychain: null,
    emit: (name, payload) => told.push([name, payload] as unknown as Told),
  })
  const ask: DemoShop['ask'] = async (name, input) => {
    const result = await backend.call(name, input)
    if (!result.ok) throw new DemoError(`The program answered "${result.error.code}" to ${name}.`)
    return result.value as CallOutput<typeof name>
  }
  try {
    await setUp(ask, parts)
    await found(
      async () => (await ask('sources.status', {})).find(({ connection }) => listens.includes(connection)),
      `The line cannot be listened to: ${parts.cable.words}.`,
    )
  } catch (error) {
    await backend.close()
    throw error
  }
  return { ask, told, close: () => backend.close() }
}

/** A serial line is connected once it is open, a TCP source when somebody calls. */
const listens: readonly string[] = ['connected', 'waiting']

const setUp = async (
  ask: DemoShop['ask'],
  { passphrase, cable, printerPort }: DemoShopParts,
): Promise<void> => {
  const { recoveryCode } = await ask('ledger.create', { shopName: simulatedShop.name, passphrase })
  await ask('ledger.confirmRecovery', { recoveryCode })
  await ask('shop.save', {
    name: simulatedShop.name,
    businessNumber: simulatedShop.businessNumber,
    phone: simulatedShop.phone,
    address: simulatedShop.address,
    closesAtHour: 0,
    pointsRateBp: 100,
    footer: '오늘도 와 주셔서 고마워요.',
    qr: 'https://example.com/dalbit',
  })
  await ask('printers.save', {
    id: 'counter',
    name: '계산대 프린터',
    enabled: true,
    columns: 42,
    kind: 'tcp',
    host: '127.0.0.1',
    port: printerPort,
  })
  for (const { name, phone } of regulars)
    await ask('customers.join', { name, phone, consent: { required: true, marketing: false } })
  await ask('sources.save', cable.source)
}
