import type { FromBackend, ToBackend } from '#shared/contract/wire.ts'

/** The part of the utility process's port that is used; this process never imports Electron. */
export interface UtilityPort {
  on(event: 'message', listener: (message: { readonly data: ToBackend }) => void): void
  postMessage(message: FromBackend): void
}

/** Null under plain Node, where nobody is at the other end. */
export const utilityPort = (): UtilityPort | null => {
  const port: unknown = Reflect.get(process, 'parentPort')
  return isPort(port) ? port : null
}

const isPort = (value: unknown): value is UtilityPort =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'on') === 'function' &&
  typeof Reflect.get(value, 'postMessage') === 'function'
