import type { FromBackend } from '#shared/contract/wire.ts'
import type { Keychain } from './security/keychain.ts'

type Ask = Extract<FromBackend, { type: 'keychain-ask' }>

/** The keychain lives in main; this end asks and waits. */
export interface RemoteKeychain extends Keychain {
  answered(id: number, data: string | null): void
}

/** A system dialog may stand open before main answers; after this it counts as refused. */
const patienceMs = 60_000

export const createRemoteKeychain = (ask: (message: Ask) => void): RemoteKeychain => {
  const waiting = new Map<number, (data: string | null) => void>()
  let count = 0
  const asked = (what: Ask['what'], bytes: Uint8Array): Promise<Uint8Array | null> =>
    new Promise((resolve) => {
      count += 1
      const id = count
      const late = setTimeout(() => waiting.get(id)?.(null), patienceMs)
      waiting.set(id, (data) => {
        clearTimeout(late)
        waiting.delete(id)
        resolve(data === null ? null : Buffer.from(data, 'base64'))
      })
      ask({ type: 'keychain-ask', id, what, data: Buffer.from(bytes).toString('base64') })
    })
  return {
    protect: (secret) => asked('protect', secret),
    unprotect: (box) => asked('unprotect', box),
    answered: (id, data) => waiting.get(id)?.(data),
  }
}
