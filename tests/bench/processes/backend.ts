// The backend as main starts it, in a process of its own: `backend.ts DATA_FOLDER ENTRY`. The passphrase comes by the
// environment's BENCH_PASSPHRASE (it opens nothing but generated shops). Tells when it is usable, and its memory.
import { EventEmitter } from 'node:events'
import { pathToFileURL } from 'node:url'
import type { MethodName } from '#shared/contract/index.ts'
import type { FromBackend, ToBackend } from '#shared/contract/wire.ts'

const [dataFolder = '', entry = ''] = process.argv.slice(2)
const passphrase = process.env['BENCH_PASSPHRASE'] ?? ''

const port = new EventEmitter()
const heard = new EventEmitter()
Object.defineProperty(process, 'parentPort', {
  value: Object.assign(port, {
    postMessage: (message: FromBackend) =>
      heard.emit(message.type === 'answer' ? `answer ${message.id}` : message.type, message),
  }),
})
const tell = (data: ToBackend): void => void port.emit('message', { data })
const once = <T>(event: string): Promise<T> => new Promise((resolve) => heard.once(event, resolve))

let calls = 0
/** A call that has to go well. */
const ask = async (name: MethodName, input: unknown): Promise<unknown> => {
  calls += 1
  const answered = once<Extract<FromBackend, { type: 'answer' }>>(`answer ${calls}`)
  tell({ type: 'call', id: calls, name, input })
  const { result } = await answered
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`)
  return result.value
}

await import(pathToFileURL(entry).href)
const ready = once('ready')
tell({ type: 'boot', boot: { dataFolder, version: 'bench' } })
await ready
await ask('ledger.unlock', { passphrase })
await Promise.all([
  ask('counter.today', {}),
  ask('counter.waiting', {}),
  ask('receipts.recent', { limit: 30 }),
  ask('sources.status', {}),
])
process.send?.({ usable: true })

for (const query of ['1234', 'ㄱㅁㅅ', '김민', '77']) {
  const found = (await ask('customers.search', { query })) as { readonly id: number }[]
  for (const { id } of found) await ask('customers.card', { customerId: id })
}
process.send?.({ rss: process.memoryUsage.rss() })
// Told to close, the backend ends the process.
process.once('message', () => tell({ type: 'shutdown' }))
