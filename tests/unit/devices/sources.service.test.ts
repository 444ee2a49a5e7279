import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { silentLog } from '#backend/devices/device-log.ts'
import { type DeviceStore, openDeviceStore } from '#backend/devices/device-store.port.ts'
import { createSources, type Sources } from '#backend/devices/sources.service.ts'
import { systemClock } from '#backend/platform/clock.ts'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import type { Source, SourceStatus } from '#shared/contract/devices.ts'
import { freePort } from '../../helpers/devices/ports.ts'
import { hasSocat, withSocat } from '../../helpers/devices/pty-cable.ts'
import { until } from '../../helpers/devices/until.ts'

let folder = ''
let store: DeviceStore
let sources: Sources
let told: SourceStatus[]
let heard: { sourceId: string; bytes: Uint8Array }[]
let closed: string[]
let onBytes: () => void
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dangol-sources-'))
  store = openDeviceStore(join(folder, 'devices.json'))
  told = []
  heard = []
  closed = []
  onBytes = () => undefined
  sources = createSources({
    store,
    clock: systemClock,
    log: silentLog,
    notesFolder: join(folder, 'sources'),
    onBytes: (sourceId, _stream, bytes) => {
      heard.push({ sourceId, bytes })
      onBytes()
    },
    onClose: (_source, stream) => closed.push(stream),
    onStatus: (status) => told.push(status),
  })
})
afterEach(async () => {
  await sources.stop()
  rmSync(folder, { recursive: true })
})

const tcp = (port: number, change: Partial<Source> = {}): Source =>
  ({
    id: 'net',
    name: '주방 POS',
    enabled: true,
    encoding: 'cp949',
    idleGapMs: 700,
    kind: 'tcp',
    host: '127.0.0.1',
    port,
    ...change,
  }) as Source

const send = (port: number, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port }, () => socket.end(text))
    socket.once('error', reject)
    socket.once('close', () => resolve())
    socket.resume()
  })

/** All that came from a source. */
const from = (id: string): Buffer =>
  Buffer.concat(heard.filter((one) => one.sourceId === id).map((one) => one.bytes))

const statusOf = (id: string): SourceStatus | undefined => sources.status().find((one) => one.id === id)

test('what is saved listens at once and is there again after a restart', async () => {
  const port = await freePort()
  await sources.start()
  await sources.save(tcp(port))
  await until('listening', () => statusOf('net')?.connection === 'waiting')
  await send(port, 'a receipt')
  await until('the receipt', () => from('net').toString() === 'a receipt')
  await until('the end', () => closed.length === 1)
  expect(statusOf('net')).toMatchObject({ bytes: 9, name: '주방 POS' })
  await until('the figures to be told', () => told.at(-1)?.bytes === 9)
  expect(openDeviceStore(join(folder, 'devices.json')).read().sources).toEqual([tcp(port)])
})

test('nothing listens before start', async () => {
  const port = await freePort()
  await sources.save(tcp(port))
  expect(statusOf('net')?.connection).toBe('off')
  await expect(send(port, 'x')).rejects.toThrow(/ECONNREFUSED/)
})

test('a change moves it to the new port and frees the old one', async () => {
  const [first, second] = [await freePort(), await freePort()]
  await sources.start()
  await sources.save(tcp(first))
  await until('listening', () => statusOf('net')?.connection === 'waiting')
  await sources.save(tcp(second, { name: '계산대' }))
  await until('listening again', () => statusOf('net')?.connection === 'waiting')
  await expect(send(first, 'x')).rejects.toThrow(/ECONNREFUSED/)
  await send(second, 'y')
  await until('the byte', () => from('net').toString() === 'y')
  expect(sources.list()).toHaveLength(1)
})

test('switched off or removed, it is silent', async () => {
  const port = await freePort()
  await sources.start()
  await sources.save(tcp(port))
  await sources.save(tcp(port, { enabled: false }))
  expect(statusOf('net')?.connection).toBe('off')
  await expect(send(port, 'x')).rejects.toThrow(/ECONNREFUSED/)
  await sources.remove('net')
  expect(sources.status()).toEqual([])
  await expect(sources.remove('net')).rejects.toMatchObject({ code: 'source.not-found' })
  expect(() => sources.get('net')).toThrow(expect.objectContaining({ code: 'source.not-found' }))
})

test('a listener that throws does not stop the source', async () => {
  const port = await freePort()
  await sources.start()
  await sources.save(tcp(port))
  await until('listening', () => statusOf('net')?.connection === 'waiting')
  onBytes = () => {
    throw new Error('a fault in the reader')
  }
  await send(port, 'one')
  onBytes = () => undefined
  await send(port, 'two')
  await until('the second', () => from('net').toString() === 'onetwo')
  expect(closed).toHaveLength(2)
})

test('two sources on one port: one works, the other says why it does not', async () => {
  const port = await freePort()
  await sources.start()
  await sources.save(tcp(port))
  await until('listening', () => statusOf('net')?.connection === 'waiting')
  await sources.save(tcp(port, { id: 'twin' }))
  await until('the twin to fail', () => statusOf('twin')?.problem?.code === 'source.tcp-port-busy')
  expect(told.at(-1)).toMatchObject({ id: 'twin', connection: 'away' })
})

const simulated: Source = {
  id: 'demo',
  name: '연습 POS',
  enabled: true,
  encoding: 'cp949',
  idleGapMs: 700,
  kind: 'simulated',
  everyMs: 200,
}

const papers = () => papersOf(from('demo'), 'cp949').filter((paper) => paper.endedBy === 'cut')

/** Three whole receipts out of the simulated POS's line, then silence when it is removed. */
const firstThree = async (): Promise<string[]> => {
  await sources.start()
  await sources.save(simulated)
  await until('three receipts', () => papers().length >= 3)
  await sources.remove('demo')
  return papers().map((paper) => paper.lines.map((line) => line.text).join('\n'))
}

describe('the simulated POS', () => {
  test.skipIf(!hasSocat)(`sells ${withSocat}`, async () => {
    expect((await firstThree())[0]).toContain('사업자번호: 123-45-67891')
    expect(closed).toHaveLength(1)
  })

  test('sells over a socket where there is no socat', async () => {
    const path = process.env['PATH']
    process.env['PATH'] = folder
    try {
      expect((await firstThree())[2]).toContain('합계금액')
      // A connection for each receipt, all of them ended.
      expect(closed.length).toBeGreaterThanOrEqual(3)
    } finally {
      process.env['PATH'] = path
    }
  })
})
