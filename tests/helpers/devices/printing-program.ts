import { silentLog } from '#backend/devices/device-log.ts'
import { openDeviceStore } from '#backend/devices/device-store.port.ts'
import { createPrinters } from '#backend/devices/printers.service.ts'
import { systemClock } from '#backend/platform/clock.ts'
import { openLedger } from '#backend/platform/ledger.ts'
import { createSlips } from '#backend/slips/slips.service.ts'
import { aSlip } from '../../unit/slips/a-slip.ts'
import { readyMadeTemplates } from '../ready-made-slips.ts'

/**
 * A program that can be killed: opens the ledger and devices that its parent names, writes one slip, begins to print
 * it and stays. Tells the slip's id once it is committed.
 */
const begin = async (path: string, devices: string, passphrase: string): Promise<void> => {
  const ledger = await openLedger({ path, key: { passphrase } })
  const printers = createPrinters({
    store: openDeviceStore(devices),
    clock: systemClock,
    log: silentLog,
    onStatus: () => undefined,
  })
  await printers.start()
  const slips = createSlips({
    templates: readyMadeTemplates,
    ...ledger,
    clock: systemClock,
    printers,
    log: silentLog,
    onSettled: () => undefined,
  })
  slips.start()
  const { number: _number, at, ...content } = aSlip
  const slip = ledger.unit.write((tx) =>
    slips.add(tx, { customerId: 7, receiptId: null, at, businessDate: '2026-11-22', content }),
  )
  process.send?.({ id: slip?.id })
  slips.kick()
}

process.once('message', (said: { path: string; devices: string; passphrase: string }) => {
  void begin(said.path, said.devices, said.passphrase)
})
