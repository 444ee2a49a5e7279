import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { printName } from '#backend/devices/printers/answers.ts'
import { usualLimits } from '#backend/devices/printers/printer-limits.ts'
import { openPrinterMemory } from '#backend/devices/printers/printer-memory.port.ts'
import { listenAnywhere } from '../../helpers/devices/ports.ts'
import { startTcpTestPrinter, type TestPrinter } from '../../helpers/devices/test-printer.ts'
import { until } from '../../helpers/devices/until.ts'
import { temporaryFolder } from '../../helpers/ledger-lab.ts'
import { type PrinterBench, printerBench, tcpAt } from './printer-bench.ts'

let bench: PrinterBench
let printer: TestPrinter & { readonly port: number }
const setUp = async (held: boolean): Promise<void> => {
  printer = await startTcpTestPrinter()
  bench.later(() => printer.close())
  await bench.printers.start()
  const place = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const
  await bench.printers.save({ ...tcpAt(printer.port), ...place, held })
}
beforeEach(() => {
  bench = printerBench()
})

const answers = (): string | undefined => bench.printers.status()[0]?.answers

describe('what comes back from a printer', () => {
  test('is learnt step by step: it answers, then it reports', async () => {
    await setUp(true)
    await until('an answer', () => answers() === 'answering')
    await bench.print('한 장')
    expect(answers()).toBe('finished')
  })

  test('a printer that knows no reports is known as such after its first slip', async () => {
    await setUp(true)
    printer.faults.knowsNoReports = true
    expect(await bench.print('한 장')).toBe('sent')
    expect(answers()).toBe('state')
  })

  test('one that knows only some of the questions still tells that it has no paper', async () => {
    await setUp(true)
    printer.faults.knowsOnly = [1, 4]
    printer.faults.paperOut = true
    const printing = bench.print('반만')
    await until('the want of paper', () => bench.status() === 'connected printer.paper-out')
    printer.mend()
    expect(await printing).toBe('confirmed')
  })

  test('nonsense between answers is not taken for one: without paper nothing is sent', async () => {
    await setUp(true)
    expect(await bench.print('처음')).toBe('confirmed')
    printer.faults.paperOut = true
    printer.faults.garblesAnswers = 9
    const before = printer.receivedBytes()
    const printing = bench.print('둘째')
    await until('clear words again', () => bench.status() === 'connected printer.paper-out')
    expect(printer.receivedBytes()).toBe(before)
    printer.mend()
    expect(await printing).toBe('confirmed')
    expect(printer.slips().map((lines) => lines[0])).toEqual(['처음', '둘째'])
  })

  test('an answer that gets lost is asked for again', async () => {
    await setUp(false)
    expect(await bench.print('처음')).toBe('confirmed')
    printer.faults.losesAnswers = 3
    expect(await bench.print('둘째')).toBe('confirmed')
    expect(printer.slips()).toHaveLength(2)
  })

  test('what it says by itself is no answer, but a reason to ask', async () => {
    await setUp(true)
    await until('an answer', () => answers() === 'answering')
    printer.faults.tellsByItself = true
    printer.faults.paperEndsAfter = printer.receivedBytes() + 1
    const printing = bench.print('스스로')
    await until('the want of paper', () => bench.status() === 'connected printer.paper-out')
    printer.mend()
    expect(await printing).toBe('confirmed')
    expect(bench.status()).toBe('connected')
  })

  test('half a report confirms nothing', async () => {
    await setUp(true)
    expect(await bench.print('처음')).toBe('confirmed')
    printer.faults.halfReports = true
    expect(await bench.print('반쪽')).toBe('unknown')
  })

  test('held and idle, a loss of power shows, within two seconds as the usual limits are', async () => {
    await setUp(true)
    await until('the printer to be found', () => bench.status() === 'connected')
    await printer.power(false)
    await until('the loss to show', () => bench.status() === 'away printer.away')
    await printer.power(true)
    await until('its return to show', () => bench.status() === 'connected')
    expect(usualLimits.idleMs + 500).toBeLessThan(2000)
  })
})

describe('over a restart', () => {
  test('a printer that has answered once is waited for when it is off, not printed into', async () => {
    const file = join(temporaryFolder(), 'printers.json')
    const first = printerBench(openPrinterMemory(file))
    printer = await startTcpTestPrinter()
    bench.later(() => printer.close())
    await first.printers.start()
    await first.printers.save(tcpAt(printer.port))
    expect(await first.print('켜짐')).toBe('confirmed')
    await first.printers.stop()

    const second = printerBench(openPrinterMemory(file))
    printer.faults.silent = true
    await second.printers.start()
    await second.printers.save(tcpAt(printer.port))
    expect(second.printers.status()[0]?.answers).toBe('finished')
    const printing = second.print('꺼짐')
    await until('the silence to show', () => second.status() === 'away printer.away')
    expect(printer.slips()).toHaveLength(1)
    printer.faults.silent = false
    expect(await printing).toBe('confirmed')
  })

  test('at another place, or removed, it is asked anew; a file of nonsense is none', () => {
    const file = join(temporaryFolder(), 'printers.json')
    const memory = openPrinterMemory(file)
    memory.learn(tcpAt(9100), 'finished')
    expect(openPrinterMemory(file).answers(tcpAt(9100))).toBe('finished')
    expect(openPrinterMemory(file).answers(tcpAt(9101))).toBe('unknown')
    memory.forget('net')
    expect(openPrinterMemory(file).answers(tcpAt(9100))).toBe('unknown')
    expect(openPrinterMemory(join(temporaryFolder(), 'none', 'x.json')).answers(tcpAt(9100))).toBe('unknown')
  })

  test('the report of a print from before confirms no new one', async () => {
    // Whatever the names of the last minute were, a printer that was stuck may still report them all.
    const now = Math.trunc(Date.now() / 100)
    const old = Array.from({ length: 600 }, (_, back) => printName(now - 600 + back))
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.on('data', (bytes) => {
        for (const byte of bytes) if (byte === 0x10) socket.write(Uint8Array.of(0x12))
        if (bytes.includes(0x48)) for (const name of old) socket.write(Buffer.from(`7"${name}\0`, 'latin1'))
      })
    })
    const port = await listenAnywhere(server)
    bench.later(() => new Promise((resolve) => server.close(resolve)))
    await bench.printers.start()
    await bench.printers.save(tcpAt(port))
    expect(await bench.print('새것')).toBe('sent')
  })
})

test('a printer that takes nothing is told of, and holds up nobody who wants to stop', async () => {
  const deaf: Socket[] = []
  const server = createServer((socket) => {
    deaf.push(socket)
    socket.on('error', () => undefined)
    socket.pause()
  })
  const port = await listenAnywhere(server)
  bench.later(() => {
    for (const socket of deaf) socket.destroy()
    return new Promise((resolve) => server.close(resolve))
  })
  await bench.printers.start()
  await bench.printers.save(tcpAt(port))
  const printing = bench.print('막힘', { bytes: new Uint8Array(16_000_000) })
  await until('the trouble to be told', () => bench.status() === 'connected printer.holds')
  await bench.printers.stop()
  expect(await printing).toBe('unknown')
})
