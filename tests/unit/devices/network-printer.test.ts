import { connect, createServer } from 'node:net'
import { beforeEach, describe, expect, test } from 'vitest'
import { freePort, listenAnywhere } from '../../helpers/devices/ports.ts'
import { startTcpTestPrinter } from '../../helpers/devices/test-printer.ts'
import { until } from '../../helpers/devices/until.ts'
import { type PrinterBench, printerBench, slipOf, tcpAt } from './printer-bench.ts'

let bench: PrinterBench
beforeEach(() => {
  bench = printerBench()
})

describe('a network printer', () => {
  test('that reports its prints confirms each, in the order they were given', async () => {
    const printer = await bench.withTcpPrinter()
    const outcomes = await Promise.all([bench.print('하나'), bench.print('둘'), bench.print('셋')])
    expect(outcomes).toEqual(['confirmed', 'confirmed', 'confirmed'])
    expect(printer.slips().map((lines) => lines[0])).toEqual(['하나', '둘', '셋'])
    expect(bench.status()).toBe('connected')
  })

  test('gets exactly the bytes of the slip', async () => {
    const printer = await bench.withTcpPrinter()
    await bench.print('똠방각하 1,234원')
    expect(Buffer.from(printer.printedBytes()).equals(Buffer.from(slipOf('똠방각하 1,234원')))).toBe(true)
  })

  test('that has no way back: sent, and nobody claims more', async () => {
    const printer = await bench.withTcpPrinter()
    printer.faults.silent = true
    expect(await bench.print('조용히')).toBe('sent')
    await until('the slip', () => printer.slips().length === 1)
  })

  test('that answers status but knows no reports: sent', async () => {
    const printer = await bench.withTcpPrinter()
    printer.faults.knowsNoReports = true
    expect(await bench.print('답만')).toBe('sent')
  })

  test('whose report gets lost: unknown, and printed once', async () => {
    const printer = await bench.withTcpPrinter()
    expect(await bench.print('처음')).toBe('confirmed')
    printer.faults.losesReports = true
    expect(await bench.print('잃음')).toBe('unknown')
    expect(printer.slips().map((lines) => lines[0])).toEqual(['처음', '잃음'])
  })

  test.each([
    ['paper', 'paperOut', 'printer.paper-out'],
    ['a shut cover', 'coverOpen', 'printer.cover-open'],
    ['a free cutter', 'cutterJammed', 'printer.fault'],
  ] as const)('is waited for while it wants %s, and nothing is sent before', async (_, fault, code) => {
    const printer = await bench.withTcpPrinter()
    printer.faults[fault] = true
    let begun = false
    const printing = bench.print('기다림', {
      starting: () => {
        begun = true
      },
    })
    await until('the trouble to be told', () => bench.status() === `connected ${code}`)
    expect(begun).toBe(false)
    expect(printer.printedBytes()).toHaveLength(0)
    printer.mend()
    expect(await printing).toBe('confirmed')
    expect(bench.status()).toBe('connected')
  })

  test('that runs out of paper in the middle of a slip is waited for, and confirms when it goes on', async () => {
    const printer = await bench.withTcpPrinter()
    printer.faults.paperEndsAfter = 10
    const printing = bench.print('중간에')
    await until('the trouble to be told', () => bench.status() === 'connected printer.paper-out')
    // Longer than a print may take without trouble: the time does not run while paper is wanted.
    const waited = Promise.withResolvers<void>()
    setTimeout(waited.resolve, 1500)
    await waited.promise
    printer.mend()
    expect(await printing).toBe('confirmed')
    expect(printer.slips()).toHaveLength(1)
  })

  test('that hangs up in the middle: unknown, never sent again by itself, the next one is printed', async () => {
    const printer = await bench.withTcpPrinter()
    printer.faults.goneAfter = 10
    expect(await bench.print('끊김')).toBe('unknown')
    expect(await bench.print('다음')).toBe('confirmed')
    const words = printer.slips().map((lines) => lines.join())
    expect(words.filter((line) => line.includes('다음'))).toHaveLength(1)
  })

  test('that is away is told so and printed on when it comes', async () => {
    const port = await freePort()
    await bench.printers.start()
    await bench.printers.save(tcpAt(port))
    const printing = bench.print('나중에')
    await until('its absence to show', () => bench.status() === 'away printer.away')
    const printer = await startTcpTestPrinter(port)
    bench.later(() => printer.close())
    expect(await printing).toBe('confirmed')
    expect(printer.slips()).toHaveLength(1)
  })

  test('that hangs up on the first calls is called again until it prints', async () => {
    const printer = await startTcpTestPrinter()
    bench.later(() => printer.close())
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
    const port = await listenAnywhere(doorkeeper)
    bench.later(() => new Promise((resolve) => doorkeeper.close(resolve)))
    await bench.printers.start()
    await bench.printers.save(tcpAt(port))
    expect(await bench.print('드디어')).toBe('confirmed')
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
    const port = await listenAnywhere(server)
    bench.later(() => new Promise((resolve) => server.close(resolve)))
    await bench.printers.start()
    await bench.printers.save(tcpAt(port))
    await bench.print('한 장')
    await until('the line to be let go', () => connected.ever > 0 && connected.now === 0)
    expect(bench.status()).toBe('connected')
  })

  test('a job that is called off before it began sends nothing and lets the next one through', async () => {
    const printer = await bench.withTcpPrinter()
    printer.faults.paperOut = true
    const off = new AbortController()
    const first = bench.print('취소', { signal: off.signal })
    const second = bench.print('다음')
    await until('the trouble to be told', () => bench.status() === 'connected printer.paper-out')
    off.abort(new Error('called off'))
    await expect(first).rejects.toThrow('called off')
    printer.mend()
    expect(await second).toBe('confirmed')
    expect(printer.slips().map((lines) => lines[0])).toEqual(['다음'])
  })

  test('what cannot be noted down is not printed', async () => {
    const printer = await bench.withTcpPrinter()
    const refused = bench.print('기록 못 함', {
      starting: () => {
        throw new Error('disk full')
      },
    })
    await expect(refused).rejects.toThrow('disk full')
    expect(printer.printedBytes()).toHaveLength(0)
  })

  test('new settings take along what waits', async () => {
    const broken = await bench.withTcpPrinter()
    broken.faults.coverOpen = true
    const printing = bench.print('옮겨짐')
    await until('the trouble to be told', () => bench.status() === 'connected printer.cover-open')
    const other = await startTcpTestPrinter()
    bench.later(() => other.close())
    await bench.printers.save(tcpAt(other.port))
    expect(await printing).toBe('confirmed')
    expect(broken.slips()).toEqual([])
    expect(other.slips()).toHaveLength(1)
  })

  test('removed or switched off: what waits is given up with its reason', async () => {
    const printer = await bench.withTcpPrinter()
    printer.faults.paperOut = true
    const printing = bench.print('버려짐')
    const reason = printing.catch((error: unknown) => error)
    await until('the trouble to be told', () => bench.status() === 'connected printer.paper-out')
    await bench.printers.remove('net')
    expect(await reason).toMatchObject({ code: 'printer.not-found' })
    await expect(bench.print('없음')).rejects.toMatchObject({ code: 'printer.not-found' })
    await expect(bench.printers.remove('net')).rejects.toMatchObject({ code: 'printer.not-found' })
    expect(bench.printers.forPurpose('slip')).toBeNull()
  })
})
