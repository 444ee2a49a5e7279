import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isPrinterShare } from '#backend/devices/printers/share.port.ts'
import { listSpoolerQueues } from '#backend/devices/printers/spooler.port.ts'
import { jobEnd, queueProblem, requestId } from '#backend/devices/printers/spooler.ts'
import { createFakeSpooler, type FakeSpooler } from '../../helpers/devices/fake-spooler.ts'
import { until } from '../../helpers/devices/until.ts'
import { temporaryFolder } from '../../helpers/ledger-lab.ts'
import { type PrinterBench, printerBench, slipOf } from './printer-bench.ts'

let bench: PrinterBench
const path = process.env['PATH'] ?? ''
const setUp = (queue: string): Promise<void> =>
  bench.printers.save({ id: 'net', name: '계산대', enabled: true, columns: 42, kind: 'spooler', queue })
beforeEach(async () => {
  bench = printerBench()
  await bench.printers.start()
})
afterEach(() => {
  process.env['PATH'] = path
})

describe('a queue of the system (programs that speak as CUPS does)', () => {
  let spooler: FakeSpooler
  beforeEach(async () => {
    spooler = createFakeSpooler(temporaryFolder())
    process.env['PATH'] = `${spooler.programs}${delimiter}${path}`
    await setUp('receipt')
  })

  test('gets the very bytes, raw, under a title that says nothing of anybody; that is sent, and no more is known', async () => {
    expect(await bench.print('똠방각하')).toBe('sent')
    expect(spooler.jobs().map((job) => Buffer.from(job).equals(Buffer.from(slipOf('똠방각하'))))).toEqual([
      true,
    ])
    expect(spooler.calls()).toEqual(['-d receipt -o raw -t dangol'])
    expect(bench.printers.status()[0]?.answers).toBe('nothing')
    expect(await listSpoolerQueues()).toEqual(['receipt', 'labels'])
  })

  test.each([
    ['without paper', 'media-empty-error', 'printer.paper-out'],
    ['with an open cover', 'cover-open', 'printer.cover-open'],
    ['that cannot reach its printer', 'connecting-to-device', 'printer.offline'],
  ] as const)('%s is waited for, and nothing is given to it', async (_, alerts, code) => {
    spooler.alerts(alerts)
    const printing = bench.print('기다림')
    await until('the trouble to be told', () => bench.status() === `connected ${code}`)
    expect(spooler.jobs()).toEqual([])
    spooler.alerts('none')
    expect(await printing).toBe('sent')
  })

  test('that was paused at the PC says so', async () => {
    spooler.stop(true)
    await until('the pause to be told', () => bench.status().includes(' printer.'))
    expect(bench.status()).toBe('connected printer.spooler-stopped')
  })

  test('gives one job at a time; what the system still holds is followed to its end', async () => {
    spooler.hold(true)
    const first = bench.print('하나')
    const second = bench.print('둘')
    await until('the first to be given', () => spooler.jobs().length === 1)
    spooler.hold(false)
    expect(await Promise.all([first, second])).toEqual(['sent', 'sent'])
    expect(spooler.jobs()).toHaveLength(2)
  })

  test('what somebody takes out of it, or what it does not take, is unknown and not given again', async () => {
    spooler.hold(true)
    const printing = bench.print('지워짐')
    await until('it to be given', () => spooler.jobs().length === 1)
    spooler.dropHeld()
    expect(await printing).toBe('unknown')
    spooler.refuse(true)
    expect(await bench.print('거절')).toBe('unknown')
    expect(spooler.jobs()).toHaveLength(1)
  })

  test('of a name that the system does not know is away', async () => {
    await setUp('nobody')
    await until('its absence to show', () => bench.status().startsWith('away'))
    expect(bench.status()).toBe('away printer.away')
  })
})

test('without the programs of a spooler the screen can say so', async () => {
  process.env['PATH'] = temporaryFolder()
  await setUp('receipt')
  await until('the want to be told', () => bench.status() === 'away printer.no-spooler')
  expect(await listSpoolerQueues()).toEqual([])
})

describe('a share of Windows, or a folder', () => {
  test('gets each slip as a file of its own, whole, named after nobody', async () => {
    const folder = temporaryFolder()
    await setUp(folder)
    expect(await bench.print('하나')).toBe('sent')
    expect(await bench.print('둘')).toBe('sent')
    const names = readdirSync(folder).sort()
    expect(names).toEqual([
      expect.stringMatching(/^dangol-\d+-1\.prn$/),
      expect.stringMatching(/^dangol-\d+-2\.prn$/),
    ])
    expect(readFileSync(join(folder, names[0] ?? '')).equals(Buffer.from(slipOf('하나')))).toBe(true)
  })

  test('a device gets the bytes as they are, and is never made where it is missing', async () => {
    const device = join(temporaryFolder(), 'lp0')
    writeFileSync(device, '')
    await setUp(device)
    expect(await bench.print('장치')).toBe('sent')
    expect(readFileSync(device).equals(Buffer.from(slipOf('장치')))).toBe(true)
  })

  test('that is not there is waited for', async () => {
    const folder = temporaryFolder()
    rmSync(folder, { recursive: true })
    await setUp(folder)
    await until('its absence to show', () => bench.status().startsWith('away'))
    expect(bench.status()).toBe('away printer.away')
  })

  test('is known by its path', () => {
    expect(['\\\\PC\\receipt', '\\\\192.168.0.5\\영수증'].map(isPrinterShare)).toEqual([true, true])
    expect(['C:\\out', '\\\\PC', '\\\\PC\\a\\b', 'receipt'].some(isPrinterShare)).toBe(false)
  })
})

test('what CUPS says is understood, and nonsense is not', () => {
  expect(requestId('request id is Q_1-17 (1 file(s))\n')).toBe('Q_1-17')
  expect(requestId('no such queue')).toBeNull()
  expect(queueProblem('')).toBeNull()
  expect(queueProblem('printer Q now printing Q-1.\n\tAlerts: media-jam-error\n')?.code).toBe('printer.fault')
  expect(jobEnd('', 'Q-1')).toBe('printed')
  const listed =
    'Q-1  a  1 Sun\n\tAlerts: aborted-by-system\nQ-10 a 1 Sun\n\tAlerts: job-completed-successfully\n'
  expect([jobEnd(listed, 'Q-1'), jobEnd(listed, 'Q-10')]).toEqual(['dropped', 'printed'])
})
