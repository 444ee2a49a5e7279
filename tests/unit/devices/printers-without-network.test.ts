import { beforeEach, describe, expect, test } from 'vitest'
import type { Printer } from '#shared/contract/devices.ts'
import { createPtyCable, hasSocat, type PtyCable, withSocat } from '../../helpers/devices/pty-cable.ts'
import { startSerialTestPrinter } from '../../helpers/devices/test-printer.ts'
import { until } from '../../helpers/devices/until.ts'
import { type PrinterBench, printerBench, tcpAt } from './printer-bench.ts'

let bench: PrinterBench
beforeEach(() => {
  bench = printerBench()
})

describe('the printer on the screen', () => {
  test('has printed as soon as the slip is written down', async () => {
    await bench.printers.start()
    await bench.printers.save({ id: 'net', name: '화면', enabled: true, columns: 42, kind: 'screen' })
    const order: string[] = []
    expect(await bench.print('화면', { starting: () => void order.push('noted') })).toBe('confirmed')
    expect(order).toEqual(['noted'])
    expect(bench.status()).toBe('connected')
    expect(bench.printers.forPurpose('slip')?.id).toBe('net')
  })

  test('gives way to one with paper, unless that is switched off', async () => {
    await bench.printers.save({ id: 'screen', name: '화면', enabled: true, columns: 42, kind: 'screen' })
    await bench.printers.save(tcpAt(9100))
    expect(bench.printers.forPurpose('slip')?.id).toBe('net')
    await bench.printers.save({ ...tcpAt(9100), enabled: false })
    expect(bench.printers.forPurpose('slip')?.id).toBe('screen')
  })
})

describe.skipIf(!hasSocat)(`a serial printer ${withSocat}`, () => {
  let cable: PtyCable
  beforeEach(async () => {
    cable = createPtyCable()
    bench.later(() => cable.remove())
    await cable.plug()
  })
  const serial = (): Printer => ({
    id: 'net',
    name: '시리얼',
    enabled: true,
    columns: 32,
    kind: 'serial',
    path: cable.here,
    baudRate: 9600,
    parity: 'none',
  })

  test('prints and confirms; paper and cover are told also while idle', async () => {
    const printer = await startSerialTestPrinter(cable.there)
    await bench.printers.start()
    await bench.printers.save(serial())
    expect(await bench.print('직렬')).toBe('confirmed')
    expect(printer.slips().map((lines) => lines[0])).toEqual(['직렬'])
    printer.faults.coverOpen = true
    await until('the cover to be told', () => bench.status() === 'connected printer.cover-open')
    printer.mend()
    await until('the cover to be shut', () => bench.status() === 'connected')
    await printer.close()
  })

  test('out of paper in the middle of a slip it is waited for, and each slip comes out once', async () => {
    const printer = await startSerialTestPrinter(cable.there)
    await bench.printers.start()
    await bench.printers.save(serial())
    expect(await bench.print('처음')).toBe('confirmed')
    printer.faults.paperEndsAfter = printer.receivedBytes() + 8
    const rest = Promise.all([bench.print('둘째'), bench.print('셋째')])
    await until('the want of paper', () => bench.status() === 'connected printer.paper-out')
    printer.mend()
    expect(await rest).toEqual(['confirmed', 'confirmed'])
    expect(printer.slips().map((lines) => lines[0])).toEqual(['처음', '둘째', '셋째'])
    await printer.close()
  })

  test('pulled out it shows, and what is printed then waits for it', async () => {
    const first = await startSerialTestPrinter(cable.there)
    await bench.printers.start()
    await bench.printers.save(serial())
    await until('the printer to be found', () => bench.status() === 'connected')
    await cable.pull()
    await until('the loss to show', () => bench.status() === 'away printer.away')
    const printing = bench.print('기다려요')
    await cable.plug()
    const second = await startSerialTestPrinter(cable.there)
    expect(await printing).toBe('confirmed')
    expect([first.slips().length, second.slips().length]).toEqual([0, 1])
    await second.close()
  })

  test('switched off behind an adapter that stays: away, not printed into nothing', async () => {
    const printer = await startSerialTestPrinter(cable.there)
    await bench.printers.start()
    await bench.printers.save(serial())
    expect(await bench.print('켜짐')).toBe('confirmed')
    printer.faults.silent = true
    const printing = bench.print('꺼짐')
    await until('the silence to show', () => bench.status() === 'away printer.away')
    printer.faults.silent = false
    expect(await printing).toBe('confirmed')
    expect(printer.slips().map((lines) => lines[0])).toEqual(['켜짐', '꺼짐'])
    await printer.close()
  })
})
