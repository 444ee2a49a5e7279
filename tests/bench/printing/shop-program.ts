import { join } from 'node:path'
import { silentLog } from '#backend/devices/device-log.ts'
import { openDeviceStore } from '#backend/devices/device-store.port.ts'
import { openPrinterMemory } from '#backend/devices/printers/printer-memory.port.ts'
import { createPrinters } from '#backend/devices/printers.service.ts'
import { systemClock } from '#backend/platform/clock.ts'
import { query } from '#backend/platform/db/query.ts'
import { openLedger } from '#backend/platform/ledger.ts'
import { feed, textBlock } from '#backend/slips/slip-block.ts'
import { createSlips } from '#backend/slips/slips.service.ts'
import type { LedgerSlip } from './judge.ts'
import type { FromShop, ToShop } from './messages.ts'

/** A shop that prints and can be killed: its ledger, its queue and its printers, without windows. */
const openShop = async ({ path, folder, passphrase }: Extract<ToShop, { type: 'open' }>) => {
  const ledger = await openLedger({ path, key: { passphrase } })
  const { reader, unit } = ledger
  const printers = createPrinters({
    store: openDeviceStore(join(folder, 'devices.json')),
    memory: openPrinterMemory(join(folder, 'printers.json')),
    clock: systemClock,
    log: silentLog,
    onStatus: () => undefined,
    limits: {
      retryMs: 100,
      idleMs: 200,
      lingerMs: 150,
      finishMs: 1500,
      unprovenFinishMs: 800,
      holdsMs: 500,
      farewellMs: 500,
    },
  })
  await printers.start()
  const slips = createSlips({
    templates: { draw: () => [] },
    reader,
    unit,
    ids: ledger.ids,
    clock: systemClock,
    printers,
    log: silentLog,
    onSettled: () => undefined,
  })
  slips.start()

  const add = (purpose: 'slip' | 'coupon'): string => {
    const slip = unit.write((tx) =>
      slips.addDrawn(tx, {
        customerId: 7,
        receiptId: null,
        at: systemClock.now(),
        businessDate: '2026-11-22',
        purpose,
        draw: (number) => [
          textBlock(`전표 ${number}`),
          ...Array.from({ length: 12 }, (_, line) => textBlock(`아메리카노 ${line} 4,500원`)),
          textBlock(`끝 ${number}`),
          feed(2),
        ],
      }),
    )
    slips.kick()
    if (slip === null) throw new Error('no printer')
    return slip.number
  }
  const all = (): LedgerSlip[] =>
    reader
      .all(query.selectFrom('slip').select(['number', 'copy', 'state', 'settled_at']).orderBy('id'))
      .map(({ settled_at, ...slip }) => ({ ...slip, settled: settled_at !== null }))
  const latest = (purpose: 'slip' | 'coupon'): number | undefined =>
    reader.first(
      query
        .selectFrom('slip')
        .select('id')
        .where('printer_id', '=', purpose)
        .where('copy', '=', 0)
        .orderBy('id', 'desc')
        .limit(1),
    )?.id

  const hear = async (said: ToShop): Promise<string[]> => {
    if (said.type === 'add') return Array.from({ length: said.count }, () => add(said.purpose))
    if (said.type === 'reprint') {
      const id = latest(said.purpose)
      return id === undefined ? [] : [slips.reprint(id).number]
    }
    if (said.type === 'cancel') {
      const last = slips.desk.queue().waiting.findLast((slip) => slip.state === 'queued')
      if (last !== undefined) slips.desk.cancel(last.id)
    }
    if (said.type === 'save-printer') await printers.save(printers.get(said.printerId))
    if (said.type === 'stop') {
      await slips.stop()
      await printers.stop()
      ledger.close()
    }
    return []
  }
  return async (said: ToShop): Promise<FromShop> => {
    const added = await hear(said)
    const open = said.type !== 'stop'
    return {
      added,
      waiting: open ? slips.desk.queue().waitingCount : 0,
      problems: printers.status().map((status) => status.problem?.code ?? ''),
      slips: said.type === 'look' ? all() : [],
    }
  }
}

let shop: Promise<(said: ToShop) => Promise<FromShop>> | null = null
process.on('message', (said: ToShop) => {
  const answer = async (): Promise<void> => {
    if (said.type === 'open') shop = openShop(said)
    const words = await shop
    if (words === null || words === undefined) throw new Error('not open')
    process.send?.(await words(said))
    if (said.type === 'stop') process.disconnect()
  }
  void answer()
})
