import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createRandom } from '#backend/devices/simulated/random.ts'
import { createTill } from '#backend/devices/simulated/receipt-bytes.ts'
import { query } from '#backend/platform/db/query.ts'
import { type Ledger, openLedger } from '#backend/platform/ledger.ts'
import { ledgerFiles } from '#backend/platform/ledger-files.ts'
import { ledgerLab, temporaryFolder } from '../../helpers/ledger-lab.ts'
import { shopLab } from '../../helpers/shop-lab.ts'

const start = Date.UTC(2026, 10, 22, 3, 0, 0)

/** Receipts of a till, and the same bytes in pieces as a serial port gives them. */
const line = (receipts: number) => {
  const till = createTill({ seed: 11, returns: 0.2 })
  const prints = Array.from({ length: receipts }, (_, index) => till.next(start + index * 20_000))
  const whole = Buffer.concat(prints.map((print) => print.bytes))
  const random = createRandom(5)
  const pieces: Uint8Array[] = []
  for (let at = 0; at < whole.length; ) {
    const length = random.between(40, 600)
    pieces.push(whole.subarray(at, at + length))
    at += length
  }
  return { prints, pieces }
}

const contents = (ledger: Ledger) => ({
  receipts: ledger.reader.all(
    query
      .selectFrom('receipt')
      .select(['kind', 'receipt_number', 'total', 'business_date'])
      .orderBy('receipt_number')
      .orderBy('kind'),
  ),
  lines: ledger.reader.all(
    query.selectFrom('receipt_line').select(['name', 'amount']).orderBy('name').orderBy('amount'),
  ),
  papers: ledger.reader.all(query.selectFrom('paper').select(['kind', 'total', 'state']).orderBy('digest')),
  days: ledger.reader.all(query.selectFrom('daily_total').selectAll()),
})

/** What the disk holds at this very moment, as a power cut would leave it. */
const image = (from: string, to: string): void => {
  mkdirSync(to, { recursive: true })
  const source = ledgerFiles(from)
  const target = ledgerFiles(join(to, 'shop.dangol'))
  for (const part of ['ledger', 'wal', 'keys', 'journal'] as const) {
    cpSync(source[part], target[part], { recursive: true })
  }
}

describe('a crash at any moment', () => {
  it('loses nothing and doubles nothing: between two captures, and inside every unit of work', {
    timeout: 120_000,
  }, async () => {
    const { pieces } = line(12)
    const lab = await ledgerLab()
    const images: { folder: string; piecesCaptured: number }[] = []
    let captured = 0
    let moments = 0
    const take = (): void => {
      const folder = join(lab.folder, `image-${images.length}`)
      image(lab.path, folder)
      images.push({ folder, piecesCaptured: captured })
    }
    lab.dispose()
    const ledger = await openLedger({
      path: lab.path,
      key: { dataKey: lab.dataKey },
      moment: () => {
        moments += 1
        // Inside the unit of work the capture that led to it is on disk already.
        if (moments % 3 === 0) {
          captured += 1
          take()
          captured -= 1
        }
      },
    })
    onTestFinished(() => ledger.close())
    const shop = await shopLab(ledger, { folder: lab.folder, clock: { now: () => start } })
    for (const [index, piece] of pieces.entries()) {
      shop.feed(piece, start + index)
      captured += 1
      if (index % 6 === 0) take()
    }
    shop.capturing.closed('pos', 'cp949', start + pieces.length)
    await shop.stop()
    const expected = contents(ledger)
    expect(expected.receipts.length).toBeGreaterThanOrEqual(10)
    expect(images.length).toBeGreaterThanOrEqual(25)

    for (const { folder, piecesCaptured } of images) {
      const again = await openLedger({ path: join(folder, 'shop.dangol'), key: { dataKey: lab.dataKey } })
      const resumed = await shopLab(again, { folder, clock: { now: () => start } })
      for (const [index, piece] of pieces.entries()) {
        if (index >= piecesCaptured) resumed.feed(piece, start + index)
      }
      resumed.capturing.closed('pos', 'cp949', start + pieces.length)
      await resumed.stop()
      expect({ piecesCaptured, ...contents(again) }).toEqual({ piecesCaptured, ...expected })
      again.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('reads what was captured while the ledger was locked, once', async () => {
    const { pieces, prints } = line(8)
    const lab = await ledgerLab()
    const locked = lab.ledger.lock()
    for (const [index, piece] of pieces.entries()) {
      locked.journal.appendCapture({ sourceId: 'pos', encoding: 'cp949', at: start + index, bytes: piece })
    }
    expect(locked.journal.state.waitingCaptures).toBe(pieces.length)
    for (let round = 0; round < 2; round += 1) {
      const ledger =
        round === 0
          ? await openLedger({ path: lab.path, key: { dataKey: lab.dataKey }, locked })
          : await openLedger({ path: lab.path, key: { dataKey: lab.dataKey } })
      const shop = await shopLab(ledger, { folder: temporaryFolder(), goesOn: false })
      await shop.stop()
      const sold = prints.filter((print) => print.as !== 'reprint')
      expect(contents(ledger).receipts).toHaveLength(sold.length)
      expect(contents(ledger).papers).toHaveLength(prints.length)
      ledger.close()
    }
  })
})
