import { createRandom } from '#backend/devices/simulated/random.ts'
import { createTill } from '#backend/devices/simulated/receipt-bytes.ts'
import { openLoyalty } from '#backend/open-loyalty.ts'
import { query } from '#backend/platform/db/query.ts'
import type { Ledger } from '#backend/platform/ledger.ts'
import { silentLog } from '#backend/platform/log/log.ts'
import { startReadingThread } from '#backend/receipts/ahead/reading-thread.port.ts'
import { createEntering } from '#backend/receipts/entering/entering.service.ts'
import { createIngest, type Ingest } from '#backend/receipts/intake/ingest.service.ts'
import { readPapers } from '#backend/receipts/reading/read.ts'
import { createReceiptsService } from '#backend/receipts/receipts.service.ts'
import type { Acknowledge } from './day.ts'

const start = Date.UTC(2026, 10, 22, 3, 0, 0)
const sourceId = 'pos-1'

/** The bytes of a till's receipts (returns among them) in pieces as a serial port gives them. */
export const linePieces = (receipts: number): readonly Uint8Array[] => {
  const till = createTill({ seed: 11, returns: 0.2 })
  const random = createRandom(5)
  const prints = Array.from({ length: receipts }, (_, index) => till.next(start + index * 20_000).bytes)
  const whole = Buffer.concat(prints)
  const pieces: Uint8Array[] = []
  for (let at = 0; at < whole.length; at += pieces.at(-1)?.length ?? 1)
    pieces.push(Uint8Array.from(whole.subarray(at, at + random.between(150, 700))))
  return pieces
}

/** The real way of a receipt's bytes into the ledger, with nobody at the counter. */
const ingestInto = (ledger: Ledger, tell: Acknowledge): Ingest => {
  const { reader, unit, ids } = ledger
  const { loyalty } = openLoyalty({ ledger, clock: { now: () => start } })
  let entered = 0
  return createIngest({
    reader,
    unit,
    clock: { now: () => start },
    log: silentLog,
    emit: (name) => {
      if (name === 'receipt.arrived') tell('entered', ++entered)
    },
    entering: createEntering({ ids, loyalty, attaching: { attachWaiting: () => null } }),
    receipts: createReceiptsService(reader),
    slips: { kick: () => undefined },
    read: readPapers,
    sources: {
      idleGapMs: () => 600_000,
      sourceId: () => sourceId,
      sourceName: () => 'POS',
      mayGoOn: () => true,
    },
    startThread: () => startReadingThread(() => []),
    captures: (afterSeq) => ledger.captures(afterSeq),
  })
}

/** Goes on where it was: reads what waits in the journal, then captures the pieces that it does not hold yet. */
export const posLine = async (ledger: Ledger, receipts: number, tell: Acknowledge): Promise<void> => {
  const pieces = linePieces(receipts)
  const ingest = ingestInto(ledger, tell)
  try {
    await ingest.start()
    for (const [index, bytes] of pieces.entries()) {
      if (index < capturedPieces(ledger)) continue
      const capture = { sourceId, at: start + index, encoding: 'cp949', bytes }
      const seq = ledger.journal.appendCapture(capture)
      tell('captured', index + 1)
      ingest.captured({ seq, capture })
    }
  } finally {
    ingest.stop()
  }
}

export const capturedPieces = (ledger: Ledger): number => [...ledger.captures(0)].length

/** Everything that receipts leave in a ledger, but for the ids. */
export const lineFigures = (ledger: Ledger) => ({
  papers: ledger.reader.all(
    query
      .selectFrom('paper')
      .select(['digest', 'kind', 'total', 'state'])
      .orderBy('capture_seq')
      .orderBy('from_byte'),
  ),
  receipts: ledger.reader.all(
    query
      .selectFrom('receipt')
      .select(['identity', 'kind', 'total', 'business_date'])
      .orderBy('identity')
      .orderBy('kind'),
  ),
  lines: ledger.reader.all(
    query.selectFrom('receipt_line').select(['name', 'amount']).orderBy('name').orderBy('amount'),
  ),
  payments: ledger.reader.all(
    query.selectFrom('payment').select(['method', 'amount']).orderBy('method').orderBy('amount'),
  ),
  days: ledger.reader.all(query.selectFrom('daily_total').selectAll()),
})
