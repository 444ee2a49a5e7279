import { readFile } from 'node:fs/promises'
import { openLoyalty } from '#backend/open-loyalty.ts'
import { systemClock } from '#backend/platform/clock.ts'
import type { Ledger } from '#backend/platform/ledger/open.ts'
import { startReadingThread } from '#backend/receipts/ahead/reading-thread.port.ts'
import { createEntering } from '#backend/receipts/entering/entering.service.ts'
import { createImporting, type Importing } from '#backend/receipts/intake/importing.service.ts'
import type { TextEncoding } from '#backend/receipts/paper/encoding.ts'
import { allProfiles } from '#backend/receipts/reading/profiles/all.ts'
import { readPapers } from '#backend/receipts/reading/read.ts'
import { readArguments } from './arguments.ts'
import { UsageError } from './failure.ts'
import type { Io } from './io.ts'
import { openOrCreate } from './open-or-create.ts'

const usage = 'ingest FILE… --ledger PATH [--key-file FILE] [--encoding cp949|utf8]'

/**
 * `ingest FILE… --ledger PATH [--key-file FILE]`: recorded printer bytes into a ledger, which is made when there is
 * none. The passphrase comes from the file or from standard input. Answers
 * `{"files","papers","receipts","review"}`: what was new. The same files again change nothing.
 */
export const run = async (args: readonly string[], io: Io): Promise<number> => {
  const { values, positionals } = readArguments(args, {
    ledger: { type: 'string' },
    'key-file': { type: 'string' },
    encoding: { type: 'string' },
  })
  if (values.ledger === undefined || positionals.length === 0) throw new UsageError(usage)
  const encoding = encodingOf(values.encoding)
  // Missing files are found before a ledger is made for them.
  const files = await Promise.all(positionals.map((file) => readFile(file)))
  const ledger = await openOrCreate(values.ledger, values['key-file'], io)
  const sum = { files: files.length, papers: 0, receipts: 0, review: 0 }
  try {
    const importing = importingInto(ledger, io)
    for (const bytes of files) {
      const counts = await importing.bytes(bytes, encoding)
      sum.papers += counts.papers
      sum.receipts += counts.receipts
      sum.review += counts.review
    }
  } finally {
    ledger.close()
  }
  await io.out(`${JSON.stringify(sum)}\n`)
  return 0
}

const importingInto = (ledger: Ledger, io: Io): Importing => {
  const { unit, ids } = ledger
  const { loyalty } = openLoyalty({ ledger, clock: systemClock })
  const failed = (event: string): void => io.say(event)
  return createImporting({
    unit,
    clock: systemClock,
    log: { info: failed, warn: failed, error: failed },
    // Nobody stands at the counter.
    entering: createEntering({ ids, loyalty, attaching: { attachWaiting: () => null } }),
    startThread: () => startReadingThread(() => []),
    read: (papers, options) => readPapers(papers, { ...options, profiles: allProfiles }),
  })
}

const encodingOf = (text: string | undefined): TextEncoding => {
  if (text === undefined || text === 'cp949') return 'cp949'
  if (text === 'utf8' || text === 'utf-8') return 'utf8'
  throw new UsageError(`글자 코드는 cp949나 utf8이에요 · the encoding is cp949 or utf8. ${usage}`)
}
