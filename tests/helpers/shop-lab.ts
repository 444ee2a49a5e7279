import { join } from 'node:path'
import { silentLog as silentDevices } from '#backend/devices/device-log.ts'
import { openDeviceStore } from '#backend/devices/device-store.port.ts'
import { createPrinters } from '#backend/devices/printers.service.ts'
import { type OpenShop, openShop } from '#backend/open-shop.ts'
import type { Clock } from '#backend/platform/clock.ts'
import type { Ledger } from '#backend/platform/ledger.ts'
import { silentLog } from '#backend/platform/log/log.ts'
import { type Capturing, createCapturing } from '#backend/receipts/intake/capturing.service.ts'
import type { SourceFacts } from '#backend/receipts/intake/ingest.service.ts'
import type { ToldEvent } from './backend-lab.ts'

/** The services of a real ledger without ports: bytes are handed in as a source would. */
export interface ShopLab extends OpenShop {
  readonly capturing: Capturing
  readonly events: ToldEvent[]
  /** Bytes on the line `pos`, captured and read. */
  feed(bytes: Uint8Array, at?: number): void
}

export interface ShopLabOptions {
  readonly folder: string
  readonly clock?: Clock
  /** Reads what is in the journal before it follows the line; by default it does. */
  readonly starts?: boolean
  readonly goesOn?: boolean
}

export const shopLab = async (ledger: Ledger, options: ShopLabOptions): Promise<ShopLab> => {
  const { folder, clock = { now: () => Date.now() }, starts = true, goesOn = true } = options
  const events: ToldEvent[] = []
  const store = openDeviceStore(join(folder, 'devices.json'))
  const printers = createPrinters({ store, clock, log: silentDevices, onStatus: () => undefined })
  const facts: SourceFacts = {
    idleGapMs: () => 1_000,
    sourceId: (key) => key,
    sourceName: (key) => key,
    mayGoOn: () => goesOn,
  }
  const shop = openShop({
    ledger,
    clock,
    log: silentLog,
    printers,
    sources: facts,
    emit: (name, payload) => events.push({ name, payload }),
  })
  const capturing = createCapturing({ onProblem: () => undefined })
  capturing.useJournal(ledger.journal)
  capturing.useReader((sealed) => shop.ingest.captured(sealed))
  if (starts) await shop.ingest.start()
  return {
    ...shop,
    capturing,
    events,
    feed: (bytes, at = clock.now()) => capturing.bytes('pos', 'cp949', bytes, at),
  }
}
