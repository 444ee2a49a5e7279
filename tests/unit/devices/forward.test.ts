import { createHash } from 'node:crypto'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runForwardSource } from '#backend/devices/sources/forward-source.port.ts'
import type { RunningSource } from '#backend/devices/sources/source.ts'
import { systemClock } from '#backend/platform/clock.ts'
import { freePort, listenAnywhere } from '../../helpers/devices/ports.ts'
import { until } from '../../helpers/devices/until.ts'
import { createWatch, type Watch } from './source-watch.ts'

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const noise = (length: number): Buffer =>
  Buffer.from(Array.from({ length }, (_, place) => (place * 13 + (place >> 6)) & 0xff))

let watch: Watch
let running: RunningSource | null = null
let printer: Server | null = null
let atPrinter: Socket[]
let printed: Buffer[]
const callers: Socket[] = []

beforeEach(() => {
  watch = createWatch()
  atPrinter = []
  printed = []
})
afterEach(async () => {
  for (const socket of [...callers.splice(0), ...atPrinter]) socket.destroy()
  await running?.stop()
  printer?.close()
  printer = null
})

const startPrinter = async (): Promise<number> => {
  printer = createServer((socket) => {
    atPrinter.push(socket)
    socket.on('data', (bytes) => printed.push(bytes))
    socket.on('error', () => undefined)
  })
  return listenAnywhere(printer)
}

const start = (printerPort: number): Promise<number> =>
  new Promise((resolve) => {
    running = runForwardSource(
      {
        id: 'fwd',
        enabled: true,
        encoding: 'cp949',
        idleGapMs: 700,
        kind: 'forward',
        host: '127.0.0.1',
        port: 0,
        printerHost: '127.0.0.1',
        printerPort,
      },
      watch,
      systemClock,
      resolve,
      { connectMs: 1000, lingerMs: 150, swallowMs: 2000 },
    )
  })

const call = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port }, () => resolve(socket))
    socket.once('error', reject)
    callers.push(socket)
  })

test('every byte goes both ways as it came, and the ledger gets what the printer got', async () => {
  const pos = await call(await start(await startPrinter()))
  const answered: Buffer[] = []
  pos.on('data', (bytes) => answered.push(bytes))
  const receipt = noise(2_000_000)
  pos.write(receipt)
  await until('the paper', () => Buffer.concat(printed).length >= receipt.length)
  atPrinter[0]?.write(noise(900))
  await until('the answer', () => Buffer.concat(answered).length >= 900)
  await until('the capture', () => watch.all().length >= receipt.length)
  expect(hash(Buffer.concat(printed))).toBe(hash(receipt))
  expect(hash(watch.all())).toBe(hash(receipt))
  expect(hash(Buffer.concat(answered))).toBe(hash(noise(900)))
})

test('a POS that has said all still hears the printer’s last answer; both hang up', async () => {
  const pos = await call(await start(await startPrinter()))
  const answered: Buffer[] = []
  let closed = false
  pos.on('data', (bytes) => answered.push(bytes))
  pos.on('close', () => {
    closed = true
  })
  printer?.on('connection', () => undefined)
  await until('the call', () => atPrinter.length === 1)
  atPrinter[0]?.on('end', () => atPrinter[0]?.end('done'))
  pos.end('receipt')
  await until('the end', () => closed)
  expect(Buffer.concat(answered).toString()).toBe('done')
  expect(Buffer.concat(printed).toString()).toBe('receipt')
  await until('the stream to end', () => [...watch.streams.values()][0]?.closed === true)
  expect(watch.last()).toBe('connected')
})

test('with no printer there the ledger gets all of it, it is told, and the POS learns of it', async () => {
  const pos = await call(await start(await freePort()))
  let ended: string | undefined
  pos.on('error', (error: NodeJS.ErrnoException) => {
    ended = error.code
  })
  await until('the trouble', () => watch.last() === 'connected source.printer-away')
  pos.write('one ')
  await until('the first', () => watch.all().toString() === 'one ')
  pos.write('two')
  await until('the second', () => watch.all().toString() === 'one two')
  await until('the POS to be hung up on', () => ended === 'ECONNRESET')
  await until('the stream to end', () => [...watch.streams.values()][0]?.closed === true)
  expect(watch.all().toString()).toBe('one two')
})

test('once the printer is back, the next receipt clears the trouble', async () => {
  const printerPort = await freePort()
  const port = await start(printerPort)
  const first = await call(port)
  first.on('error', () => undefined)
  await until('the trouble', () => watch.last() === 'connected source.printer-away')
  printer = createServer((socket) => {
    atPrinter.push(socket)
    socket.on('data', (bytes) => printed.push(bytes))
  })
  await new Promise<void>((resolve) => printer?.listen(printerPort, '127.0.0.1', resolve))
  const second = await call(port)
  second.write('again')
  await until('the paper', () => Buffer.concat(printed).toString() === 'again')
  expect(watch.last()).toBe('connected')
})

test('a printer that hangs up in the middle costs the ledger nothing', async () => {
  const pos = await call(await start(await startPrinter()))
  pos.on('error', () => undefined)
  pos.write('first half ')
  await until('the first half', () => Buffer.concat(printed).toString() === 'first half ')
  atPrinter[0]?.resetAndDestroy()
  await until('the trouble', () => watch.last() === 'connected source.printer-away')
  pos.write('second half')
  await until('both halves', () => watch.all().length === 22)
  expect(watch.all().toString()).toBe('first half second half')
})

test('a printer that takes nothing holds up the POS and is told; nothing is lost', async () => {
  const port = await start(await startPrinter())
  const pos = await call(port)
  await until('the call', () => atPrinter.length === 1)
  atPrinter[0]?.pause()
  const receipt = noise(16_000_000)
  pos.write(receipt)
  await until('the trouble', () => watch.last() === 'connected source.printer-holds')
  expect(watch.all().length).toBeLessThan(receipt.length)
  atPrinter[0]?.resume()
  await until('the rest', () => watch.all().length >= receipt.length)
  expect(hash(watch.all())).toBe(hash(receipt))
  await until('the trouble to be over', () => watch.last() === 'connected')
})

test('two registers at once have a call of their own each', async () => {
  const port = await start(await startPrinter())
  const [one, two] = [await call(port), await call(port)]
  one.write('1')
  two.write('2')
  await until('both', () => watch.all().length === 2)
  expect(watch.streams.size).toBe(2)
  await until('both at the printer', () => atPrinter.length === 2)
})

test('stopping hangs up on both sides and frees the port', async () => {
  const port = await start(await startPrinter())
  const pos = await call(port)
  pos.on('error', () => undefined)
  pos.write('x')
  await until('the byte', () => watch.all().length === 1)
  let hungUp = false
  atPrinter[0]?.on('end', () => {
    hungUp = true
  })
  await running?.stop()
  expect([...watch.streams.values()].map((stream) => stream.closed)).toEqual([true])
  await until('the printer to be let go', () => hungUp)
  await expect(call(port)).rejects.toThrow(/ECONNREFUSED/)
})
