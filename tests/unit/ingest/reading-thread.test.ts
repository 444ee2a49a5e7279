import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createTill } from '#backend/devices/simulated/receipt-bytes.ts'
import { openLoyalty } from '#backend/open-loyalty.ts'
import { query } from '#backend/platform/db/query.ts'
import type { Ledger } from '#backend/platform/ledger.ts'
import { silentLog } from '#backend/platform/log/log.ts'
import { readPrinted } from '#backend/receipts/ahead/reading-task.ts'
import {
  type ReadingThread,
  readingThreads,
  type StartReading,
  startReadingThread,
} from '#backend/receipts/ahead/reading-thread.port.ts'
import { createEntering } from '#backend/receipts/entering/entering.service.ts'
import { createImporting } from '#backend/receipts/intake/importing.service.ts'
import { createIngest } from '#backend/receipts/intake/ingest.service.ts'
import { createPaperMaker } from '#backend/receipts/paper/paper-maker.ts'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { allProfiles } from '#backend/receipts/reading/profiles/all.ts'
import { readPapers } from '#backend/receipts/reading/read.ts'
import { createReceiptsService } from '#backend/receipts/receipts.service.ts'
import { receivedAt } from '../../fixtures/receipts/fixture.ts'
import { freshReceipts } from '../../fixtures/receipts/fresh/index.ts'
import { knownReceipts } from '../../fixtures/receipts/known/index.ts'
import { unseenReceipts } from '../../fixtures/receipts/unseen/index.ts'
import { until } from '../../helpers/devices/until.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'

forgetTemplate()

const noon = Date.UTC(2026, 10, 22, 3, 0, 0)
const dying = readingThreads(join(import.meta.dirname, '../../helpers/dying-reader.ts'))
const noThread: ReadingThread = {
  ready: () => false,
  read: () => Promise.resolve(null),
  flush: () => undefined,
  end: () => undefined,
}

/** Receipts, returns and reprints of a till, one capture each. */
const day = (receipts: number): Uint8Array[] => {
  const till = createTill({ seed: 5, returns: 0.1 })
  return Array.from({ length: receipts }, (_, index) => till.next(noon + index * 20_000).bytes)
}

const contents = ({ reader }: Ledger) => ({
  papers: reader.all(
    query
      .selectFrom('paper')
      .select(['digest', 'kind', 'state', 'total', 'problems', 'capture_seq'])
      .orderBy('id'),
  ),
  receipts: reader.all(
    query
      .selectFrom('receipt')
      .select(['kind', 'identity', 'total', 'receipt_number', 'business_date'])
      .orderBy('id'),
  ),
  lines: reader.all(
    query
      .selectFrom('receipt_line')
      .select(['position', 'name', 'quantity', 'amount'])
      .orderBy('receipt_id')
      .orderBy('position'),
  ),
  days: reader.all(query.selectFrom('daily_total').selectAll()),
})

/** A thread that is there before it is needed. @returns how many groups it was given, too. */
const started = async (start: StartReading) => {
  const thread = start(() => [])
  onTestFinished(() => thread.end())
  await until('the thread', () => thread.ready())
  const given = { groups: 0 }
  const watched: ReadingThread = {
    ...thread,
    read(group) {
      given.groups += 1
      return thread.read(group)
    },
  }
  return { watched, given }
}

const services = (ledger: Ledger) => {
  const entering = createEntering({
    ids: ledger.ids,
    loyalty: openLoyalty({ ledger, clock: { now: () => noon } }).loyalty,
    attaching: { attachWaiting: () => null },
  })
  return { reader: ledger.reader, unit: ledger.unit, clock: { now: () => noon }, log: silentLog, entering }
}

/** What the ledger holds after it has caught up with these captures. */
const caughtUp = async (captures: readonly Uint8Array[], thread: ReadingThread) => {
  const { ledger } = await freshLedger()
  for (const [index, bytes] of captures.entries())
    ledger.journal.appendCapture({ sourceId: 'pos', at: noon + index * 20_000, encoding: 'cp949', bytes })
  const ingest = createIngest({
    ...services(ledger),
    emit: () => undefined,
    receipts: createReceiptsService(ledger.reader),
    slips: { kick: () => undefined },
    read: readPapers,
    sources: {
      idleGapMs: () => 1000,
      sourceId: (key) => key,
      sourceName: (key) => key,
      mayGoOn: () => false,
    },
    startThread: () => thread,
    captures: (afterSeq) => ledger.captures(afterSeq),
  })
  await ingest.start()
  ingest.stop()
  return contents(ledger)
}

describe('reading beside the thread that enters', () => {
  it('reads from the bytes of a paper alone what was read from the paper', () => {
    let papers = 0
    for (const { bytes, encoding } of [...knownReceipts, ...unseenReceipts, ...freshReceipts]) {
      const cut = papersOf(bytes, encoding)
      const alone = cut.map((paper) => ({
        bytes: bytes.slice(paper.from, paper.to),
        encoding,
        endedBy: paper.endedBy,
      }))
      const readings = readPrinted({ papers: alone, receivedAt }, allProfiles)
      expect(readings).toEqual(readPapers(cut, { receivedAt }))
      papers += cut.length
    }
    expect(papers).toBeGreaterThan(190)
  })

  it('does so for any bytes, or leaves it to the caller', () => {
    let alike = 0
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.constant(Uint8Array.of(0x0a, 0x1d, 0x56, 0)))),
        (pieces) => {
          const bytes = new Uint8Array(Buffer.concat(pieces))
          const maker = createPaperMaker({ encoding: 'cp949' })
          const cut = [...maker.push(bytes), ...maker.gap()]
          for (const paper of cut) {
            const alone = {
              bytes: bytes.slice(paper.from, paper.to),
              encoding: 'cp949',
              endedBy: paper.endedBy,
            } as const
            const read = readPrinted({ papers: [alone], receivedAt }, [])
            expect(read ?? readPapers([paper], { receivedAt, profiles: [] })).toEqual(
              readPapers([paper], { receivedAt, profiles: [] }),
            )
            if (read !== null) alike += 1
          }
        },
      ),
      { numRuns: 300 },
    )
    expect(alike).toBeGreaterThan(100)
  })

  it('catches up to the same ledger, in the same order', async () => {
    const captures = day(260)
    const alone = await caughtUp(captures, noThread)
    expect(alone.receipts.length).toBeGreaterThan(200)
    const { watched, given } = await started(startReadingThread)
    expect(await caughtUp(captures, watched)).toEqual(alone)
    expect(given.groups).toBeGreaterThan(100)
  })

  it('loses nothing when the thread dies under its work', async () => {
    const captures = day(260)
    const alone = await caughtUp(captures, noThread)
    const { watched, given } = await started(dying)
    expect(await caughtUp(captures, watched)).toEqual(alone)
    expect(given.groups).toBeGreaterThan(0)
    expect(watched.ready()).toBe(false)
  })

  it('brings a large file in as without it', async () => {
    const file = new Uint8Array(Buffer.concat(day(400)))
    const imported = async (thread: ReadingThread) => {
      const { ledger } = await freshLedger()
      const importing = createImporting({
        ...services(ledger),
        read: readPapers,
        startThread: () => thread,
        batchSize: 20,
      })
      const counts = await importing.bytes(file, 'cp949')
      return { counts, ...contents(ledger) }
    }
    const { watched, given } = await started(startReadingThread)
    expect(await imported(watched)).toEqual(await imported(noThread))
    expect(given.groups).toBeGreaterThan(10)
  })

  it('answers what it was not told to read to the end with nothing', async () => {
    const { watched } = await started(startReadingThread)
    const [bytes = new Uint8Array()] = day(1)
    const asked = watched.read({ receivedAt, papers: [{ bytes, encoding: 'cp949', endedBy: 'cut' }] })
    watched.end()
    expect(await asked).toBeNull()
    expect(await watched.read({ receivedAt, papers: [] })).toBeNull()
  })
})
