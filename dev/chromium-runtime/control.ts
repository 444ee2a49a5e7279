import { runInThisContext } from 'node:vm'

/** What a test's process may ask for over the IPC channel it started us with. */
export interface ControlMessage {
  readonly id: number
  /** The text of a function of the module `electron` and one JSON argument, like Playwright's `evaluate` for Electron. */
  readonly evaluate: string
  readonly argument: unknown
}

/** Lets the parent process look inside, when it gave us a channel; otherwise does nothing. */
export const listenForControl = (electron: object): void => {
  if (!process.send) return
  process.on('message', (message: ControlMessage) => {
    void (async () => {
      try {
        const work = runInThisContext(`(${message.evaluate})`) as (
          module: unknown,
          argument: unknown,
        ) => unknown
        process.send?.({ id: message.id, value: await work(electron, message.argument) })
      } catch (error) {
        process.send?.({ id: message.id, error: error instanceof Error ? error.message : String(error) })
      }
    })()
  })
  // The channel alone must not keep us alive.
  process.channel?.unref()
}
