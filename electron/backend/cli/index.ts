import { processIo } from './io.ts'
import { main } from './main.ts'

// A reader that closes its end early is told of through the write that fails, not through a crash.
process.stdout.on('error', () => undefined)
process.exitCode = await main(process.argv.slice(2), processIo())
