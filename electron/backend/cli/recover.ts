import { recoverLedger } from '#backend/platform/ledger/recover.ts'
import { readArguments } from './arguments.ts'
import { UsageError } from './failure.ts'
import type { Io } from './io.ts'
import { readLedgerKey } from './passphrase.ts'

const usage = 'recover --ledger PATH --from COPY [--key-file FILE]'

/**
 * `recover --ledger PATH --from COPY [--key-file FILE]`: rebuilds the ledger at PATH from an earlier copy and
 * the journal beside it. The passphrase or the recovery code comes from the file or from standard input.
 * `--from-journal` instead of `--from COPY` makes it again from the journal alone. Answers
 * `{"commits","customers","receipts","points","setAside","complete"}`; exit code 1 when a part of the journal
 * could not be read, in which case the ledger stands as it was before that part.
 */
export const run = async (args: readonly string[], io: Io): Promise<number> => {
  const { values, positionals } = readArguments(args, {
    ledger: { type: 'string' },
    from: { type: 'string' },
    'from-journal': { type: 'boolean' },
    'key-file': { type: 'string' },
  })
  const { ledger, from = null } = values
  const alone = values['from-journal'] === true
  if (ledger === undefined || positionals.length > 0 || (from === null) !== alone) throw new UsageError(usage)
  const key = await readLedgerKey(values['key-file'], io)
  const done = await recoverLedger({ path: ledger, from, key })
  const { commits, customers, receipts, points, setAside, stoppedAt, notApplied } = done
  const complete = stoppedAt === null
  await io.out(
    `${JSON.stringify({ commits, customers, receipts, points, setAside, complete, notApplied })}\n`,
  )
  if (!complete)
    io.say(
      `기록장을 ${stoppedAt.seq}번까지만 읽을 수 있었어요 · the journal could be read up to record ${stoppedAt.seq} only`,
    )
  return complete ? 0 : 1
}
