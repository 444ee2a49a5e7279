import { openLedger } from '#backend/platform/ledger/open.ts'
import { ledgerStats } from '#backend/receipts/stats.service.ts'
import { readArguments } from './arguments.ts'
import { UsageError } from './failure.ts'
import type { Io } from './io.ts'
import { readLedgerKey } from './passphrase.ts'

const usage = 'stats --ledger PATH [--key-file FILE]'

/**
 * `stats --ledger PATH [--key-file FILE]`: counts, and sums in whole won, of customers, receipts, lines, sales,
 * refunds and points; see `LedgerStats`. The passphrase or recovery code comes from the file or standard input.
 */
export const run = async (args: readonly string[], io: Io): Promise<number> => {
  const { values, positionals } = readArguments(args, {
    ledger: { type: 'string' },
    'key-file': { type: 'string' },
  })
  if (values.ledger === undefined || positionals.length > 0) throw new UsageError(usage)
  const key = await readLedgerKey(values['key-file'], io)
  const ledger = await openLedger({ path: values.ledger, key })
  try {
    await io.out(`${JSON.stringify(ledgerStats(ledger.reader))}\n`)
  } finally {
    ledger.close()
  }
  return 0
}
