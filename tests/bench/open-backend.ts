import { type Backend, createBackend } from '#backend/container.ts'
import type { Emit } from '#backend/platform/emit.ts'
import type { CallInput, CallOutput, MethodName } from '#shared/contract/index.ts'

export interface OpenBackend {
  readonly backend: Backend
  /** A call that has to go well. */
  ask<M extends MethodName>(name: M, input: CallInput<M>): Promise<CallOutput<M>>
}

/** The program itself, with its ledger open. */
export const openBackend = async (
  dataFolder: string,
  passphrase: string,
  emit: Emit = () => undefined,
): Promise<OpenBackend> => {
  const backend = await createBackend({ dataFolder, version: 'bench', keychain: null, emit })
  const ask: OpenBackend['ask'] = async (name, input) => {
    const result = await backend.call(name, input)
    if (!result.ok) throw new Error(`${name}: ${result.error.code}`)
    return result.value as CallOutput<typeof name>
  }
  await ask('ledger.unlock', { passphrase })
  return { backend, ask }
}
