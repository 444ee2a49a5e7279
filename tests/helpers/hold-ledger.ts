import { openLocked } from '#backend/platform/ledger.ts'

// Holds the ledger that its first argument names until it is killed.
const path = process.argv[2]
if (path === undefined) throw new Error('Which ledger?')
openLocked(path)
process.stdout.write('held\n')
setInterval(() => undefined, 1000)
