import { readArguments } from './arguments.ts'
import { UsageError } from './failure.ts'
import type { Io } from './io.ts'
import { createFor } from './open-or-create.ts'

const usage = 'create --ledger PATH [--shop NAME] [--key-file FILE]'

/**
 * `create --ledger PATH [--shop NAME] [--key-file FILE]`: an empty ledger with the passphrase from the file or from
 * standard input. Answers `{"ledger"}`; the recovery code is told once on standard error.
 */
export const run = async (args: readonly string[], io: Io): Promise<number> => {
  const { values, positionals } = readArguments(args, {
    ledger: { type: 'string' },
    shop: { type: 'string' },
    'key-file': { type: 'string' },
  })
  if (values.ledger === undefined || positionals.length > 0) throw new UsageError(usage)
  const ledger = await createFor(values.ledger, values.shop ?? '단골장부', values['key-file'], io)
  ledger.close()
  await io.out(`${JSON.stringify({ ledger: values.ledger })}\n`)
  return 0
}
