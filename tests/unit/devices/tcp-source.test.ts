import { createHash } from 'node:crypto'
import { connect, createServer, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RunningSource } from '#backend/devices/sources/source.ts'
import { runTcpSource } from '#backend/devices/sources/tcp-source.port.ts'
import { systemClock } from '#backend/platform/clock.ts'
import { listenAnywhere } from '../../helpers/devices/ports.ts'
import { until } from '../../helpers/devices/until.ts'
import { createWatch, type Watch } from './source-watch.ts'

let watch: Watch
let running: RunningSource | null = null
const others: { close(): unknown }[] = []
beforeEach(() => {
  watch = createWatch()
})
afterEach(async () => {
  await running?.stop()
  running = null
  for (const other of others.splice(0)) other.close()
})

const start = (port = 0): Promise<number> =>
  new Promise((resolve) => {
    running = runTcpSource({ id: 'net', host: '', port }, watch, systemClock, resolve)
  })

const call = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port }, () => resolve(socket))
    socket.once('error', reject)
    others.push({ close: () => socket.destroy() })
  })

const textOf = (place: number): string =>
  Buffer.concat([...watch.streams.values()][place]?.bytes ?? []).toString('latin1')

test('two callers at once are two streams, and hanging up ends each', async () => {
  const port = await start()
  expect(watch.last()).toBe('waiting')
  const one = await call(port)
  one.write('first ')
  await until('the first', () => textOf(0) === 'first ')
  const two = await call(port)
  two.write('second')
  await until('the second', () => textOf(1) === 'second')
  one.end('half')
  await until('the first to end', () => [...watch.streams.values()][0]?.closed === true)
  expect(textOf(0)).toBe('first half')
  expect([...watch.streams.values()][1]?.closed).toBe(false)
  two.resetAndDestroy()
  await until('the second to end', () => [...watch.streams.values()][1]?.closed === true)
  expect(watch.last()).toBe('connected')
})

test('a POS that asks how its printer is gets an answer for each question', async () => {
  const port = await start()
  const pos = await call(port)
  const heard: number[] = []
  pos.on('data', (bytes) => heard.push(...bytes))
  pos.write(Buffer.from([0x10, 0x04, 0x01, 0x41, 0x10]))
  await until('the first answer', () => heard.length === 1)
  pos.write(Buffer.from([0x04, 0x02, 0x10, 0x04, 0x04]))
  await until('the others', () => heard.length === 3)
  expect(heard).toEqual([0x12, 0x12, 0x12])
  expect(watch.all().length).toBe(10)
})

test('a port that another program has is told so, and taken when it is free', async () => {
  const other = createServer()
  const port = await listenAnywhere(other)
  const listening = start(port)
  await until('the other program to show', () => watch.last() === 'away source.tcp-port-busy')
  await new Promise((resolve) => other.close(resolve))
  expect(await listening).toBe(port)
})

test('an address that this PC does not have is told', async () => {
  running = runTcpSource({ id: 'net', host: '203.0.113.7', port: 9100 }, watch, systemClock)
  await until('the problem', () => watch.last() === 'away source.port-away')
  expect(watch.streams.size).toBe(0)
})

test('stopping hangs up, ends the streams and frees the port', async () => {
  const port = await start()
  const pos = await call(port)
  pos.on('error', () => undefined)
  pos.write('x')
  await until('the byte', () => watch.all().length === 1)
  await running?.stop()
  expect([...watch.streams.values()].map((stream) => stream.closed)).toEqual([true])
  expect(await start(port)).toBe(port)
})

test('listens on this PC only unless told otherwise', async () => {
  const port = await start()
  const socket = await call(port)
  expect(socket.remoteAddress).toBe('127.0.0.1')
})

test('ten megabytes of noise arrive as they were sent', async () => {
  const port = await start()
  const noise = Buffer.alloc(10 * 1024 * 1024)
  let state = 1
  for (let place = 0; place < noise.length; place += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    noise[place] = state >>> 24
  }
  const sent = createHash('sha256').update(noise).digest('hex')
  const pos = await call(port)
  pos.resume()
  pos.end(noise)
  await until('the end', () => [...watch.streams.values()][0]?.closed === true)
  expect(createHash('sha256').update(watch.all()).digest('hex')).toBe(sent)
})
