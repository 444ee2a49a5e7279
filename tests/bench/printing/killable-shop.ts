import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { passphrase } from '../../helpers/ledger-lab.ts'
import type { FromShop, ToShop } from './messages.ts'

/** The shop as a process of its own: told words one after the other, killed at any moment, opened again. */
export interface KillableShop {
  ask(said: ToShop): Promise<FromShop>
  /** Says something and kills at once, or after so many milliseconds; what it answered before that counts. */
  kill(): Promise<void>
  open(): Promise<void>
  stop(): Promise<void>
}

export const createKillableShop = (path: string, folder: string): KillableShop => {
  let child: ChildProcess | null = null
  const ask = async (said: ToShop): Promise<FromShop> => {
    const process = child
    if (process === null) throw new Error('not open')
    const answered = Promise.withResolvers<FromShop>()
    const died = (): void => answered.reject(new Error('the shop died'))
    process.once('message', (message) => answered.resolve(message as FromShop))
    process.once('exit', died)
    process.send(said)
    try {
      return await answered.promise
    } finally {
      process.off('exit', died)
    }
  }
  return {
    ask,
    async open() {
      child = fork(new URL('shop-program.ts', import.meta.url), {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      })
      await ask({ type: 'open', path, folder, passphrase })
    },
    async kill() {
      const dying = child
      child = null
      if (dying === null) return
      const ended = once(dying, 'exit')
      dying.kill('SIGKILL')
      await ended
    },
    async stop() {
      await ask({ type: 'stop' })
      child = null
    },
  }
}
