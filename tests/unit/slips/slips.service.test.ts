import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { silentLog } from '#backend/devices/device-log.ts'
import { openDeviceStore } from '#backend/devices/device-store.port.ts'
import { createPrinters, type Printers } from '#backend/devices/printers.service.ts'
import { systemClock } from '#backend/platform/clock.ts'
import { query } from '#backend/platform/db/query.ts'
import { createLedger, type Ledger, openLedger } from '#backend/platform/ledger.ts'
import { findSlip } from '#backend/slips/slips.repo.ts'
import { createSlips, printTestSlip, type SlipRef, type Slips } from '#backend/slips/slips.service.ts'
import type { Printer } from '#shared/contract/devices.ts'
import { startTcpTestPrinter, type TestPrinter } from '../../helpers/devices/test-printer.ts'
import { until } from '../../helpers/devices/until.ts'
import { passphrase } from '../../helpers/ledger-lab.ts'
import { readyMadeTemplates } from '../../helpers/ready-made-slips.ts'
import { aSlip } from './a-slip.ts'

let folder: string
let ledger: Ledger
let printers: Printers
let slips: Slips
let settled: number[]
// Keys are dear on purpose: one ledger for all tests, emptied of slips before each.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dangol-slips-'))
  ledger = (await createLedger({ path: join(folder, 'shop.dangol'), passphrase, shopName: '시험가게' }))
    .ledger
})
afterAll(() => {
  ledger.close()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  settled = []
  ledger.unit.write((tx) => tx.run(query.deleteFrom('slip')))
  rmSync(join(folder, 'devices.json'), { force: true })
  printers = createPrinters({
    store: openDeviceStore(join(folder, 'devices.json')),
    clock: systemClock,
    log: silentLog,
    onStatus: () => undefined,
    limits: { retryMs: 50, idleMs: 100, lingerMs: 100, finishMs: 2000, unprovenFinishMs: 2000 },
  })
  await printers.start()
  slips = slipsOf()
  slips.start()
})
afterEach(async () => {
  await slips.stop()
  await printers.stop()
})

const slipsOf = (): Slips =>
  createSlips({
    templates: readyMadeTemplates,
    reader: ledger.reader,
    unit: ledger.unit,
    ids: ledger.ids,
    clock: systemClock,
    printers,
    log: silentLog,
    onSettled: (id) => settled.push(id),
  })

const screen: Printer = { id: 'screen', name: '화면', enabled: true, columns: 42, kind: 'screen' }
const onTcp = async (columns: Printer['columns'] = 42): Promise<TestPrinter> => {
  const printer = await startTcpTestPrinter()
  onTestFinished(() => printer.close())
  await printers.save({
    id: 'net',
    name: '계산대',
    enabled: true,
    columns,
    kind: 'tcp',
    host: '127.0.0.1',
    port: printer.port,
  })
  return printer
}

const { number: _number, at: _at, ...content } = aSlip
const add = (businessDate = '2026-11-22'): SlipRef | null => {
  const slip = ledger.unit.write((tx) =>
    slips.add(tx, { customerId: 7, receiptId: null, at: systemClock.now(), businessDate, content }),
  )
  slips.kick()
  return slip
}
const added = (businessDate?: string): SlipRef => {
  const slip = add(businessDate)
  if (slip === null) throw new Error('no slip')
  return slip
}
const stateOf = (id: number): string | undefined => findSlip(ledger.reader, id)?.state
const reaches = (id: number, state: string): Promise<void> =>
  until(`slip to be ${state}`, () => stateOf(id) === state)

test('without a printer there is no slip, and nothing is kept', () => {
  expect(add()).toBeNull()
  expect(slips.recent(10)).toEqual([])
})

test('numbers run through the business day and begin again with the next', async () => {
  await printers.save(screen)
  expect([added(), added(), added('2026-11-23'), added()].map((slip) => slip.number)).toEqual([
    '20261122-0001',
    '20261122-0002',
    '20261123-0001',
    '20261122-0003',
  ])
})

test('a slip that is rolled back with its points is no slip, and its number is given again', async () => {
  await printers.save(screen)
  expect(() =>
    ledger.unit.write((tx) => {
      slips.add(tx, {
        customerId: 7,
        receiptId: null,
        at: systemClock.now(),
        businessDate: '2026-11-22',
        content,
      })
      throw new Error('points refused')
    }),
  ).toThrow('points refused')
  slips.kick()
  expect(slips.recent(10)).toEqual([])
  expect(added().number).toBe('20261122-0001')
})

test('on the screen a slip is there at once, drawn', async () => {
  await printers.save(screen)
  const slip = added()
  expect(slip.state).toBe('queued')
  await reaches(slip.id, 'confirmed')
  expect(settled).toEqual([slip.id])
  const [recent] = slips.recent(5)
  expect(recent).toMatchObject({
    number: slip.number,
    state: 'confirmed',
    reprint: false,
    printerName: '화면',
  })
  expect(recent?.svg).toContain('+129점')
})

describe('on a real printer', () => {
  test('queued, sent before the first byte, confirmed by the printer', async () => {
    const printer = await onTcp()
    printer.faults.coverOpen = true
    const slip = added()
    await until('the cover to be told', () => printers.status()[0]?.problem?.code === 'printer.cover-open')
    expect(stateOf(slip.id)).toBe('queued')
    printer.mend()
    await reaches(slip.id, 'confirmed')
    expect(printer.slips()[0]).toContain('달빛정류장')
  })

  test('slips come out in the order of their numbers', async () => {
    const printer = await onTcp()
    const all = [added(), added(), added()]
    for (const slip of all) await reaches(slip.id, 'confirmed')
    const numbers = printer
      .slips()
      .map((lines) => lines.find((line) => line.startsWith('전표 번호'))?.slice(-13))
    expect(numbers).toEqual(all.map((slip) => slip.number))
  })

  test('a reprint has the same number, a mark, and is counted', async () => {
    const printer = await onTcp()
    const first = added()
    await reaches(first.id, 'confirmed')
    const again = slips.reprint(first.id)
    const third = slips.reprint(again.id)
    await reaches(third.id, 'confirmed')
    expect([again.number, third.number]).toEqual([first.number, first.number])
    expect(printer.slips().map((lines) => lines[0]?.trim())).toEqual(['달빛정류장', '재출력', '재출력 2'])
    expect(slips.recent(10).map((slip) => slip.reprint)).toEqual([true, true, false])
  })

  test('a reprint goes to paper as wide, or says that there is none', async () => {
    await printers.save({ ...screen, columns: 48 })
    const wide = added()
    await reaches(wide.id, 'confirmed')
    await printers.remove('screen')
    await onTcp(32)
    expect(() => slips.reprint(wide.id)).toThrow(expect.objectContaining({ code: 'printer.none' }))
    await printers.save({ ...screen, id: 'other', name: '다른 화면', columns: 48 })
    expect(findSlip(ledger.reader, slips.reprint(wide.id).id)?.printer_name).toBe('다른 화면')
    expect(() => slips.reprint(12)).toThrow(expect.objectContaining({ code: 'slip.not-found' }))
  })

  test('a printer that is taken away for good fails what waited for it', async () => {
    const printer = await onTcp()
    printer.faults.paperOut = true
    const slip = added()
    await until('the want of paper', () => printers.status()[0]?.problem?.code === 'printer.paper-out')
    await printers.remove('net')
    await reaches(slip.id, 'failed')
    expect(printer.printedBytes()).toHaveLength(0)
  })
})

/** The program dies: nothing is stopped or settled, the ledger is opened anew. */
const crash = async (): Promise<void> => {
  ledger.close()
  ledger = await openLedger({ path: join(folder, 'shop.dangol'), key: { passphrase } })
  slips = slipsOf()
}

describe('after a crash', () => {
  test('what was being sent is unknown, and is never sent again by itself', async () => {
    const printer = await onTcp()
    printer.faults.losesReports = true
    const slip = added()
    await until('all of the slip', () => printer.slips()[0]?.includes('02-0000-1234') === true)
    expect(stateOf(slip.id)).toBe('sent')
    await crash()
    slips.start()
    expect(stateOf(slip.id)).toBe('unknown')
    printer.faults.losesReports = false
    const next = added()
    await reaches(next.id, 'confirmed')
    expect(printer.slips()).toHaveLength(2)
    expect(stateOf(slip.id)).toBe('unknown')
  })

  test('what was queued is printed, once', async () => {
    const printer = await onTcp()
    printer.faults.paperOut = true
    await slips.stop()
    const slip = added()
    await crash()
    slips.start()
    slips.kick()
    slips.kick()
    printer.mend()
    await reaches(slip.id, 'confirmed')
    expect(printer.slips()).toHaveLength(1)
  })

  test('a slip that was final as sent stays so', async () => {
    const printer = await onTcp()
    printer.faults.silent = true
    const slip = added()
    await until('the slip to be settled', () => settled.includes(slip.id))
    expect(stateOf(slip.id)).toBe('sent')
    await crash()
    slips.start()
    expect(stateOf(slip.id)).toBe('sent')
  })

  test('locking in the middle of waiting leaves the slip queued for the next time', async () => {
    const printer = await onTcp()
    printer.faults.paperOut = true
    const slip = added()
    await until('the want of paper', () => printers.status()[0]?.problem?.code === 'printer.paper-out')
    await slips.stop()
    expect(stateOf(slip.id)).toBe('queued')
    printer.mend()
    slips.start()
    await reaches(slip.id, 'confirmed')
  })
})

describe('the test slip', () => {
  test('comes out with its ruler and is not kept', async () => {
    const printer = await onTcp(32)
    await printTestSlip(printers, 'net')
    await until('the slip', () => printer.slips().length === 1)
    expect(printer.slips()[0]).toContain('12345678901234567890123456789012')
    expect(slips.recent(5)).toEqual([])
  })
  test('says what is wrong when it cannot be printed', async () => {
    const printer = await onTcp()
    printer.faults.paperOut = true
    await expect(printTestSlip(printers, 'net', 300)).rejects.toMatchObject({ code: 'printer.paper-out' })
    await expect(printTestSlip(printers, 'none')).rejects.toMatchObject({ code: 'printer.not-found' })
    expect(printer.printedBytes()).toHaveLength(0)
  })
})
