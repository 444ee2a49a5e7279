import type { FromBackend, ToBackend } from '#shared/contract/wire.ts'
import { fail } from '#shared/result.ts'

/** A stand-in until the container is there: it answers every call with `call.backend-away`. */
const port = (process as unknown as { parentPort: { on(e: 'message', l: (m: { data: ToBackend }) => void): void; postMessage(m: FromBackend): void } }).parentPort
port.on('message', ({ data }) => {
  if (data.type === 'boot') port.postMessage({ type: 'ready' })
  if (data.type === 'call') port.postMessage({ type: 'answer', id: data.id, result: fail('call.backend-away') })
  if (data.type === 'shutdown') {
    port.postMessage({ type: 'closed' })
    process.exit(0)
  }
})
