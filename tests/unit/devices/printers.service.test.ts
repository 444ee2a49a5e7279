import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { silentLog } from '#backend/devices/device-log.ts'
import { openDeviceStore } from '#backend/devices/device-store.port.ts'
import type { PrintOutcome } from '#backend/devices/printers/print-job.ts'
import { createPrinters, type Printers } from '#backend/devices/printers.service.ts'
import { systemClock } from '#backend/platform/clock.ts'
import { encodeSlip } from '#backend/slips/encode.ts'
import { feed, textBlock } from '#backend/slips/slip-block.ts'
import type { Printer, PrinterStatus } from '#shared/contract/devices.ts'
import { createPtyCable, hasSocat, type PtyCable, withSocat } from '../../helpers/devices/pty-cable.ts'
import {
  startSerialTestPrinter,
  startTcpTestPrinter,
  type TestPrinter,
} from '../../helpers/devices/test-printer.ts'
import { until } from '../../helpers/devices/until.ts'

let folder = ''
let printers: Printers
let told: PrinterStatus[]
const closing: (() => Promise<unknown>)[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dangol-printers-'))
  told = []
  printers = createPrinters({
    store: openDeviceStore(join(folder, 'devices.json')),
    clock: systemClock,
    log: silentLog,
    onStatus: (status) => told.push(status),
    limits: { retryMs: 100, idleMs: 200, lingerMs: 150, finishMs: 600, unprovenFinishMs: 300 },
  })
})
afterEach(async () => {
  await printers.stop()
  for (const close of closing.splice(0)) await close()
  rmSync(folder, { recursive: true })
})

const tcp = (port: number): Printer => ({
  id: 'net',
  name: '계산대 프린터',
  enabled: true,
  columns: 42,
  kind: 'tcp',
  host: '127.0.0.1',
  port,
})
const slip = (text: string): Uint8Array => encodeSlip([textBlock(text), feed(2)], 42)

const print = (
  text: string,
  { signal = new AbortController().signal, starting = (): void => undefined } = {},
): Promise<PrintOutcome> => printers.print('net', { bytes: slip(text), signal, starting })

/** A TCP test printer that the service is set up to print on. */
const setUp = async (): Promise<TestPrinter> => {
  const printer = await startTcpTestPrinter()
  closing.push(() => printer.close())
  await printers.start()
  await printers.save(tcp(printer.port))
  return printer
}
const status = (): string => {
  const one = printers.status()[0]
  return `${one?.connection} ${one?.problem?.code ?? ''}`.trim()
}

describe('a network printer', () => {
  test('that reports its prints confirms each, in the order they were given', async () => {
    const printer = await setUp()
    const outcomes = await Promise.all([print('하나'), print('둘'), print('셋')])
    expect(outcomes).toEqual(['confirmed', 'confirmed', 'confirmed'])
    expect(printer.slips().map((lines) => lines[0])).toEqual(['하나', '둘', '셋'])
    expect(status()).toBe('connected')
  })

  test('gets exactly the bytes of the slip', async () => {
    const printer = await setUp()
    await print('똠방각하 1,234원')
    expect(Buffer.from(printer.printedBytes()).equals(Buffer.from(slip('똠방각하 1,234원')))).toBe(true)
  })

  test('that has no way back: sent, and nobody claims more', async () => {
    const printer = await setUp()
    printer.faults.silent = true
    expect(await print('조용히')).toBe('sent')
    await until('the slip', () => printer.slips().length === 1)
  })

  test('that answers status but knows no reports: sent', async () => {
    const printer = await setUp()
    printer.faults.knowsNoReports = true
    expect(await print('답만')).toBe('sent')
  })

  test('whose report gets lost: unknown, and printed once', async () => {
    const printer = await setUp()
    expect(await print('처음')).toBe('confirmed')
    printer.faults.losesReports = true
    expect(await print('잃음')).toBe('unknown')
    expect(printer.slips().map((lines) => lines[0])).toEqual(['처음', '잃음'])
  })

  test.each([
    ['paper', 'paperOut', 'printer.paper-out'],
    ['a shut cover', 'coverOpen', 'printer.cover-open'],
    ['a free cutter', 'cutterJammed', 'printer.fault'],
  ] as const)('is waited for while it wants %s, and nothing is sent before', async (_, fault, code) => {
    const printer = await setUp()
    printer.faults[fault] = true
    let begun = false
    const printing = print('기다림', {
      starting: () => {
        begun = true
      },
    })
    await until('the trouble to be told', () => status() === `connected ${code}`)
    expect(begun).toBe(false)
    expect(printer.printedBytes()).toHaveLength(0)
    printer.mend()
    expect(await printing).toBe('confirmed')
    expect(status()).toBe('connected')
  })

  test('that runs out of paper in the middle of a slip is waited for, and confirms when it goes on', async () => {
    const printer = await setUp()
    printer.faults.paperEndsAfter = 10
    const printing = print('중간에')
    await until('the trouble to be told', () => status() === 'connected printer.paper-out')
    // Longer than a print may take without trouble: the time does not run while paper is wanted.
    const waited = Promise.withResolvers<void>()
    setTimeout(waited.resolve, 700)
    await waited.promise
    printer.mend()
    expect(await printing).toBe('confirmed')
    expect(printer.slips()).toHaveLength(1)
  })

  test('that hangs up in the middle: unknown, never sent again by itself, the next one is printed', async () => {
    const printer = await setUp()
    printer.faults.goneAfter = 10
    expect(await print('끊김')).toBe('unknown')
    expect(await print('다음')).toBe('confirmed')
    const words = printer.slips().map((lines) => lines.join())
    expect(words.filter((line) => line.includes('다음'))).toHaveLength(1)
  })

  test('that is away is told so and printed on when it comes', async () => {
    const probe = createServer()
    const port = await new Promise<number>((resolve) => {
      probe.listen(0, '127.0.0.1', () => {
        const address = probe.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
    await new Promise((resolve) => probe.close(resolve))
    await printers.start()
    await printers.save(tcp(port))
    const printing = print('나중에')
    await until('its absence to show', () => status() === 'away printer.away')
    const printer = await startTcpTestPrinter(port)
    closing.push(() => printer.close())
    expect(await printing).toBe('confirmed')
    expect(printer.slips()).toHaveLength(1)
  })

  test('that hangs up on the first calls is called again until it prints', async () => {
    const printer = await startTcpTestPrinter()
    closing.push(() => printer.close())
    let refusals = 3
    const doorkeeper = createServer((socket) => {
      socket.on('error', () => undefined)
      refusals -= 1
      if (refusals >= 0) {
        socket.resetAndDestroy()
        return
      }
      const inside = connect({ host: '127.0.0.1', port: printer.port })
      socket.pipe(inside).pipe(socket)
      inside.on('error', () => socket.destroy())
    })
    const port = await new Promise<number>((resolve) => {
      doorkeeper.listen(0, '127.0.0.1', () => {
        const address = doorkeeper.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
    closing.push(() => new Promise((resolve) => doorkeeper.close(resolve)))
    await printers.start()
    await printers.save(tcp(port))
    expect(await print('드디어')).toBe('confirmed')
    expect(printer.slips().map((lines) => lines[0])).toEqual(['드디어'])
  })

  test('is let go when nothing is to be printed, so that others can use it', async () => {
    const connected = { now: 0, ever: 0 }
    const server = createServer((socket) => {
      connected.now += 1
      connected.ever += 1
      socket.on('error', () => undefined)
      socket.on('close', () => {
        connected.now -= 1
      })
      socket.resume()
    })
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
    closing.push(() => new Promise((resolve) => server.close(resolve)))
    await printers.start()
    await printers.save(tcp(port))
    await print('한 장')
    await until('the line to be let go', () => connected.ever > 0 && connected.now === 0)
    expect(status()).toBe('connected')
  })

  test('a job that is called off before it began sends nothing and lets the next one through', async () => {
    const printer = await setUp()
    printer.faults.paperOut = true
    const off = new AbortController()
    const first = print('취소', { signal: off.signal })
    const second = print('다음')
    await until('the trouble to be told', () => status() === 'connected printer.paper-out')
    off.abort(new Error('called off'))
    await expect(first).rejects.toThrow('called off')
    printer.mend()
    expect(await second).toBe('confirmed')
    expect(printer.slips().map((lines) => lines[0])).toEqual(['다음'])
  })

  test('what cannot be noted down is not printed', async () => {
    const printer = await setUp()
    const refused = print('기록 못 함', {
      starting: () => {
        throw new Error('disk full')
      },
    })
    await expect(refused).rejects.toThrow('disk full')
    expect(printer.printedBytes()).toHaveLength(0)
  })

  test('new settings take along what waits', async () => {
    const broken = await setUp()
    broken.faults.coverOpen = true
    const printing = print('옮겨짐')
    await until('the trouble to be told', () => status() === 'connected printer.cover-open')
    const other = await startTcpTestPrinter()
    closing.push(() => other.close())
    await printers.save(tcp(other.port))
    expect(await printing).toBe('confirmed')
    expect(broken.slips()).toEqual([])
    expect(other.slips()).toHaveLength(1)
  })

  test('removed or switched off: what waits is given up with its reason', async () => {
    const printer = await setUp()
    printer.faults.paperOut = true
    const printing = print('버려짐')
    const reason = printing.catch((error: unknown) => error)
    await until('the trouble to be told', () => status() === 'connected printer.paper-out')
    await printers.remove('net')
    expect(await reason).toMatchObject({ code: 'printer.not-found' })
    await expect(print('없음')).rejects.toMatchObject({ code: 'printer.not-found' })
    await expect(printers.remove('net')).rejects.toMatchObject({ code: 'printer.not-found' })
    expect(printers.preferred()).toBeNull()
  })
})

describe('the printer on the screen', () => {
  test('has printed as soon as the slip is written down', async () => {
    await printers.start()
    await printers.save({ id: 'net', name: '화면', enabled: true, columns: 42, kind: 'screen' })
    const order: string[] = []
    expect(await print('화면', { starting: () => void order.push('noted') })).toBe('confirmed')
    expect(order).toEqual(['noted'])
    expect(status()).toBe('connected')
    expect(printers.preferred()?.id).toBe('net')
  })

  test('gives way to one with paper, unless that is switched off', async () => {
    await printers.save({ id: 'screen', name: '화면', enabled: true, columns: 42, kind: 'screen' })
    await printers.save(tcp(9100))
    expect(printers.preferred()?.id).toBe('net')
    await printers.save({ ...tcp(9100), enabled: false })
    expect(printers.preferred()?.id).toBe('screen')
  })
})

describe.skipIf(!hasSocat)(`a serial printer ${withSocat}`, () => {
  let cable: PtyCable
  beforeEach(async () => {
    cable = createPtyCable()
    closing.push(() => cable.remove())
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
    await printers.start()
    await printers.save(serial())
    expect(await print('직렬')).toBe('confirmed')
    expect(printer.slips().map((lines) => lines[0])).toEqual(['직렬'])
    printer.faults.coverOpen = true
    await until('the cover to be told', () => status() === 'connected printer.cover-open')
    printer.mend()
    await until('the cover to be shut', () => status() === 'connected')
    await printer.close()
  })

  test('pulled out it shows, and what is printed then waits for it', async () => {
    const first = await startSerialTestPrinter(cable.there)
    await printers.start()
    await printers.save(serial())
    await until('the printer to be found', () => status() === 'connected')
    await cable.pull()
    await until('the loss to show', () => status() === 'away printer.away', 2000)
    const printing = print('기다려요')
    await cable.plug()
    const second = await startSerialTestPrinter(cable.there)
    expect(await printing).toBe('confirmed')
    expect([first.slips().length, second.slips().length]).toEqual([0, 1])
    await second.close()
  })

  test('switched off behind an adapter that stays: away, not printed into nothing', async () => {
    const printer = await startSerialTestPrinter(cable.there)
    await printers.start()
    await printers.save(serial())
    expect(await print('켜짐')).toBe('confirmed')
    printer.faults.silent = true
    const printing = print('꺼짐')
    await until('the silence to show', () => status() === 'away printer.away')
    printer.faults.silent = false
    expect(await printing).toBe('confirmed')
    expect(printer.slips().map((lines) => lines[0])).toEqual(['켜짐', '꺼짐'])
    await printer.close()
  })
})
