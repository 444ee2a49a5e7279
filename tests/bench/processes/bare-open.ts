// The peer: a process that opens the same file with its key and reads one row. `bare-open.ts FILE`, key in hex by
// the environment's BENCH_KEY.
import { openDatabase } from '#backend/platform/db/open.ts'

const key = Buffer.from(process.env['BENCH_KEY'] ?? '', 'hex')
const db = openDatabase(process.argv[2] ?? '', { key, mode: 'write' })
db.prepare('SELECT name FROM shop').get()
process.send?.({ usable: true })
process.send?.({ rss: process.memoryUsage.rss() })
process.once('message', () => {
  db.close()
  process.exit(0)
})
