// A process of its own that starts the program on a ledger: `backend.ts DATA_FOLDER`, the passphrase comes by the
// environment's BENCH_PASSPHRASE (it opens nothing but generated shops). Tells its times and its memory as JSON.
import { openBackend } from '../open-backend.ts'

const open = await openBackend(process.argv[2] ?? '', process.env['BENCH_PASSPHRASE'] ?? '')
await Promise.all([
  open.ask('counter.today', {}),
  open.ask('counter.waiting', {}),
  open.ask('receipts.recent', { limit: 30 }),
  open.ask('sources.status', {}),
])
process.send?.({ usable: true })

for (const query of ['1234', 'ㄱㅁㅅ', '김민', '77']) {
  for (const { id } of await open.ask('customers.search', { query }))
    await open.ask('customers.card', { customerId: id })
}
process.send?.({ rss: process.memoryUsage.rss() })
process.once('message', () => void open.backend.close().then(() => process.exit(0)))
