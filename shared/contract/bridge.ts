import type { Result } from '../result.ts'
import type { EventName, MethodName } from './names.ts'

/** What the preload puts on the page as `window.dangol`: names are checked there, shapes on both ends. */
export interface DangolBridge {
  /** Never rejects: what goes wrong is answered as a failure from the closed list of codes. */
  call(name: MethodName, input: unknown): Promise<Result<unknown>>
  /** Listens to an event of the backend; answers the function that stops listening. Unknown names throw. */
  on(name: EventName, listener: (payload: unknown) => void): () => void
}
