import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { silentLog } from '#backend/devices/device-log.ts'
import { openDeviceStore } from '#backend/devices/device-store.port.ts'
import { createPrinters, type Printers } from '#backend/devices/printers.service.ts'
import { systemClock } from '#backend/platform/clock.ts'
import { query } from '#backend/platform/db/query.ts'
import { createLedger, type Ledger } from '#backend/platform/ledger.ts'
import { textBlock } from '#backend/slips/slip-block.ts'
import { findSlip } from '#backend/slips/slips.repo.ts'
import { createSlips, type Slips } from '#backend/slips/slips.service.ts'
import type { Printer, PrintPurpose } from '#shared/contract/devices.ts'
import { startTcpTestPrinter, type TestPrinter } from '../../helpers/devices/test-printer.ts'
import { until } from '../../helpers/devices/until.ts'
import { passphrase } from '../../helpers/ledger-lab.ts'

let ledger: Ledger
let printers: Printers
let slips: Slips
let changes = 0
// Keys are dear on purpose: one ledger for all tests, emptied of slips before each.
const folder = mkdtempSync(join(tmpdir(), 'dangol-queue-'))
beforeAll(async () => {
  ledger = (await createLedger({ path: join(folder, 'shop.dangol'), passphrase, shopName: '시험가게' }))
    .ledger
})
afterAll(() => {
  ledger.close()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  ledger.unit.write((tx) => tx.run(query.deleteFrom('slip')))
  rmSync(join(folder, 'devices.json'), { force: true })
  printers = createPrinters({
    store: openDeviceStore(join(folder, 'devices.json')),
    clock: systemClock,
    log: silentLog,
    onStatus: () => undefined,
    limits: { retryMs: 50, idleMs: 100, lingerMs: 100, finishMs: 600, unprovenFinishMs: 600 },
  })
  await printers.start()
  slips = createSlips({
    templates: { draw: () => [] },
    reader: ledger.reader,
    unit: ledger.unit,
    ids: ledger.ids,
    clock: systemClock,
    printers,
    log: silentLog,
    onSettled: () => undefined,
    onChanged: () => {
      changes += 1
    },
  })
  slips.start()
  onTestFinished(async () => {
    await slips.stop()
    await printers.stop()
  })
})

const onTcp = async (id: string, more: Partial<Printer> = {}): Promise<TestPrinter & { port: number }> => {
  const printer = await startTcpTestPrinter()
  onTestFinished(() => printer.close())
  const { port } = printer
  await printers.save({
    id,
    name: id,
    enabled: true,
    columns: 42,
    ...more,
    kind: 'tcp',
    host: '127.0.0.1',
    port,
  })
  return printer
}
const screen: Printer = { id: 'screen', name: '화면', enabled: true, columns: 42, kind: 'screen' }

const add = (purpose: PrintPurpose = 'slip'): number => {
  const slip = ledger.unit.write((tx) =>
    slips.addDrawn(tx, {
      customerId: 7,
      receiptId: null,
      at: systemClock.now(),
      businessDate: '2026-11-22',
      purpose,
      draw: (number) => [textBlock(number)],
    }),
  )
  slips.kick()
  if (slip === null) throw new Error('no slip')
  return slip.id
}
const stateOf = (id: number): string | undefined => findSlip(ledger.reader, id)?.state
const ends = (id: number, state: string): Promise<void> =>
  until(
    `slip to be ${state}`,
    () => stateOf(id) === state && findSlip(ledger.reader, id)?.settled_at !== null,
  )
const firstLines = (printer: TestPrinter): (string | undefined)[] =>
  printer.slips().map(([line]) => line?.trim())
const queue = () => slips.desk.queue()

describe('what waits', () => {
  test('is listed in its order with its purpose; one is called off, the others come out', async () => {
    const printer = await onTcp('net')
    printer.faults.paperOut = true
    const [first, second, third] = [add(), add('coupon'), add()]
    await until('the want of paper', () => printers.status()[0]?.problem !== null)
    expect(queue()).toMatchObject({
      waiting: [
        { id: first, purpose: 'slip', state: 'queued', printerName: 'net' },
        { id: second, purpose: 'coupon' },
        { id: third, purpose: 'slip' },
      ],
      waitingCount: 3,
    })
    slips.desk.cancel(second)
    // The one that the printer has in hand already, too: nothing of it was sent.
    slips.desk.cancel(first)
    printer.mend()
    await ends(third, 'confirmed')
    expect(firstLines(printer)).toEqual(['20261122-0003'])
    expect([stateOf(first), stateOf(second)]).toEqual(['failed', 'failed'])
    expect(queue()).toEqual({ waiting: [], waitingCount: 0, unclear: [] })
    expect(slips.recent(3).map((slip) => slip.cancelled)).toEqual([false, true, true])
  })

  test('what has begun cannot be called off or moved', async () => {
    const printer = await onTcp('net')
    await printers.save(screen)
    printer.faults.paperEndsAfter = 3
    const slip = add()
    await until('it to begin', () => printer.faults.paperOut)
    expect(stateOf(slip)).toBe('sent')
    for (const deed of [() => slips.desk.cancel(slip), () => slips.desk.move(slip, 'screen')])
      expect(deed).toThrow(expect.objectContaining({ code: 'slip.begun' }))
    printer.mend()
    await ends(slip, 'confirmed')
  })

  test('keeps its order through new settings, also with what comes meanwhile', async () => {
    const printer = await onTcp('net')
    printer.faults.coverOpen = true
    add()
    add()
    await until('the cover', () => printers.status()[0]?.problem !== null)
    const saving = printers.save({ ...printers.get('net'), name: '새 이름' })
    const third = add()
    await saving
    const last = add()
    printer.mend()
    await ends(last, 'confirmed')
    expect(stateOf(third)).toBe('confirmed')
    expect(firstLines(printer)).toEqual(['1', '2', '3', '4'].map((n) => `20261122-000${n}`))
  })

  test('is moved to a printer with paper as wide, and comes out there alone', async () => {
    const broken = await onTcp('net')
    broken.faults.paperOut = true
    const other = await onTcp('other')
    const slip = add()
    await until('the want of paper', () => printers.status()[0]?.problem !== null)
    slips.desk.move(slip, 'other')
    await ends(slip, 'confirmed')
    broken.mend()
    const next = add()
    await ends(next, 'confirmed')
    expect([firstLines(broken), firstLines(other)]).toEqual([['20261122-0002'], ['20261122-0001']])
  })

  test('holds up no other printer', async () => {
    const stuck = await onTcp('net')
    stuck.faults.coverOpen = true
    const free = await onTcp('coupons', { purposes: ['coupon'] })
    const [slip, coupon] = [add(), add('coupon')]
    await ends(coupon, 'confirmed')
    expect(stateOf(slip)).toBe('queued')
    expect(firstLines(free)).toEqual(['20261122-0002'])
  })
})

const forAll = (): (string | undefined)[] =>
  (['slip', 'coupon', 'other'] as const).map((purpose) => printers.forPurpose(purpose)?.id)
const forPurposes = (id: string, purposes: PrintPurpose[]): Printer => ({
  id,
  name: id,
  enabled: true,
  columns: 42,
  purposes,
  kind: 'tcp',
  host: '127.0.0.1',
  port: 9,
})

describe('which printer', () => {
  test('each purpose has its printer; what none is for goes to one for nothing in particular, else to the first', async () => {
    expect(forAll()).toEqual([undefined, undefined, undefined])
    await printers.save(screen)
    expect(forAll()).toEqual(['screen', 'screen', 'screen'])
    await printers.save(forPurposes('coupons', ['coupon']))
    expect(forAll()).toEqual(['screen', 'coupons', 'screen'])
    await printers.save(forPurposes('slips', ['slip']))
    expect(forAll()).toEqual(['slips', 'coupons', 'screen'])
    await printers.remove('screen')
    expect(forAll()).toEqual(['slips', 'coupons', 'coupons'])
    await printers.save({ ...forPurposes('slips', ['slip']), enabled: false })
    expect(forAll()).toEqual(['coupons', 'coupons', 'coupons'])
  })
})

describe('what ended in the dark', () => {
  test('is listed until somebody has seen it, or printed it again with its mark', async () => {
    const printer = await onTcp('net')
    await ends(add(), 'confirmed')
    printer.faults.losesReports = true
    const [lost, other] = [add(), add()]
    await ends(other, 'unknown')
    expect(queue().unclear.map((slip) => slip.id)).toEqual([other, lost])
    printer.faults.losesReports = false
    const before = changes
    slips.desk.seen([lost])
    expect(changes).toBeGreaterThan(before)
    expect(queue().unclear.map((slip) => slip.id)).toEqual([other])
    const again = slips.reprint(other)
    await ends(again.id, 'confirmed')
    expect(queue().unclear).toEqual([])
    expect(stateOf(other)).toBe('unknown')
    expect(printer.slips().at(-1)?.join('\n')).toMatch(/재출력[\s\S]*20261122-0003/)
  })

  test('a reprint of a coupon is a coupon; what was wiped with its customer is none', async () => {
    await printers.save(screen)
    const slip = add('coupon')
    await ends(slip, 'confirmed')
    const again = slips.reprint(slip)
    await ends(again.id, 'confirmed')
    ledger.unit.write((tx) =>
      tx.run(query.updateTable('slip').set({ bytes: new Uint8Array() }).where('id', '=', slip)),
    )
    expect(() => slips.reprint(slip)).toThrow(expect.objectContaining({ code: 'slip.not-found' }))
  })
})
