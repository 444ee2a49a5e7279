import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { silentLog } from '#backend/devices/device-log.ts'
import { openDeviceStore } from '#backend/devices/device-store.port.ts'
import { openSerialLine } from '#backend/devices/serial-line.port.ts'
import { createSources, type Sources } from '#backend/devices/sources.service.ts'
import { systemClock } from '#backend/platform/clock.ts'
import type { Source } from '#shared/contract/devices.ts'
import { freePort } from '../../helpers/devices/ports.ts'
import { createPtyCable, hasSocat, type PtyCable, withSocat } from '../../helpers/devices/pty-cable.ts'
import { until } from '../../helpers/devices/until.ts'

const line = { baudRate: 115_200, dataBits: 8, parity: 'none', stopBits: 1 } as const
const base = { enabled: true, encoding: 'cp949', idleGapMs: 700 } as const
const quiet = { data: () => undefined, gone: () => undefined }

let folder = ''
let sources: Sources
let heard: Map<string, Buffer[]>
const cables: PtyCable[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dangol-many-'))
  heard = new Map()
  sources = createSources({
    store: openDeviceStore(join(folder, 'devices.json')),
    clock: systemClock,
    log: silentLog,
    notesFolder: join(folder, 'sources'),
    onBytes: (id, _stream, bytes) => heard.set(id, [...(heard.get(id) ?? []), Buffer.from(bytes)]),
    onClose: () => undefined,
    onStatus: () => undefined,
  })
})
afterEach(async () => {
  await sources.stop()
  for (const cable of cables.splice(0)) await cable.remove()
  rmSync(folder, { recursive: true })
})

const cable = async (): Promise<PtyCable> => {
  const made = createPtyCable()
  cables.push(made)
  await made.plug()
  return made
}
const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const from = (id: string): Buffer => Buffer.concat(heard.get(id) ?? [])
const is = (id: string, connection: string): boolean =>
  sources.status().find((one) => one.id === id)?.connection === connection

describe.skipIf(!hasSocat)(`several lines ${withSocat}`, () => {
  test('four of them at once, each of another kind, each gets its own bytes and no others', async () => {
    const [listened, pos, printer] = [await cable(), await cable(), await cable()]
    const [tcpPort, forwardPort] = [await freePort(), await freePort()]
    const all: Source[] = [
      { ...base, ...line, id: 'listen', name: '홀', kind: 'serial', path: listened.here },
      { ...base, id: 'net', name: '주방', encoding: 'utf8', kind: 'tcp', host: '127.0.0.1', port: tcpPort },
      {
        ...base,
        ...line,
        id: 'between',
        name: '계산대',
        idleGapMs: 300,
        kind: 'pass-through',
        path: pos.here,
        printerPath: printer.here,
      },
      {
        ...base,
        id: 'fwd',
        name: '포장',
        kind: 'forward',
        host: '127.0.0.1',
        port: forwardPort,
        printerHost: '127.0.0.1',
        printerPort: tcpPort,
      },
    ]
    for (const source of all) await sources.save(source)
    await sources.start()
    await until('all lines', () => is('listen', 'connected') && is('between', 'connected'))
    await until('all sockets', () => is('net', 'waiting') && is('fwd', 'waiting'))
    const printed: Buffer[] = []
    const far = await openSerialLine(
      { ...line, path: printer.there },
      { ...quiet, data: (bytes) => printed.push(Buffer.from(bytes)) },
    )
    const [one, two] = [
      await openSerialLine({ ...line, path: listened.there }, quiet),
      await openSerialLine({ ...line, path: pos.there }, quiet),
    ]
    const caller = connect({ host: '127.0.0.1', port: forwardPort })
    const texts = { listen: 'L'.repeat(9000), between: 'B'.repeat(9000), fwd: 'F'.repeat(9000) }
    await Promise.all([
      one.write(Buffer.from(texts.listen)),
      two.write(Buffer.from(texts.between)),
      new Promise((resolve) => caller.write(texts.fwd, resolve)),
    ])
    // The forwarded one's printer is our own network source.
    await until('all of it', () => ['listen', 'between', 'fwd', 'net'].every((id) => from(id).length >= 9000))
    expect(from('listen').toString()).toBe(texts.listen)
    expect(from('between').toString()).toBe(texts.between)
    expect(from('fwd').toString()).toBe(texts.fwd)
    expect(from('net').toString()).toBe(texts.fwd)
    await until('the paper', () => Buffer.concat(printed).length >= 9000)
    caller.destroy()
    await Promise.all([one.close(), two.close(), far.close()])
  })

  test('the PC wakes up: a line that was waited for is tried at once', async () => {
    const one = await cable()
    await sources.save({ ...base, ...line, id: 'pos', name: 'POS', kind: 'serial', path: one.here })
    await sources.start()
    await until('opening', () => is('pos', 'connected'))
    sources.wake()
    await until('closing', () => !is('pos', 'connected'))
    await until('opening again', () => is('pos', 'connected'))
    await one.pull()
    await until('the loss', () => is('pos', 'away'))
    await one.plug()
    sources.wake()
    await until('opening anew', () => is('pos', 'connected'))
    expect(sources.status()[0]?.problem).toBeNull()
  })

  test('a port is lent and taken back, whatever the borrower does', async () => {
    const one = await cable()
    await sources.save({ ...base, ...line, id: 'pos', name: 'POS', kind: 'serial', path: one.here })
    await sources.start()
    await until('opening', () => is('pos', 'connected'))
    const borrowed = sources.lend(one.here, async () => {
      const mine = await openSerialLine({ ...line, path: one.here }, quiet)
      expect(is('pos', 'off')).toBe(true)
      await mine.close()
      throw new Error('gave up')
    })
    await expect(borrowed).rejects.toThrow('gave up')
    await until('opening again', () => is('pos', 'connected'))
    await sources.lend('/dev/another', async () => expect(is('pos', 'connected')).toBe(true))
  })

  test('twenty unpluggings: back within five seconds each time, and no byte that arrived is lost', {
    timeout: 90_000,
  }, async () => {
    const one = await cable()
    await sources.save({ ...base, ...line, id: 'pos', name: 'POS', kind: 'serial', path: one.here })
    await sources.start()
    const sent: Buffer[] = []
    for (let round = 0; round < 20; round += 1) {
      await until('opening', () => is('pos', 'connected'))
      const pos = await openSerialLine({ ...line, path: one.there }, quiet)
      const bytes = Buffer.from(Array.from({ length: 700 }, (_, place) => (place * 17 + round) & 0xff))
      sent.push(bytes)
      await pos.write(bytes)
      const whole = sent.reduce((sum, { length }) => sum + length, 0)
      await until('the bytes', () => from('pos').length >= whole)
      await one.pull()
      await pos.close()
      await until('the loss to show', () => is('pos', 'away'))
      await one.plug()
    }
    expect(hash(from('pos'))).toBe(hash(Buffer.concat(sent)))
  })
})

test('a line that would lead to itself is refused, and nothing is changed', async () => {
  const itself = { ...base, ...line, id: 'x', name: 'POS', path: '/dev/ttyX', printerPath: '/dev/ttyX' }
  await expect(sources.save({ ...itself, kind: 'pass-through' })).rejects.toMatchObject({
    code: 'source.to-itself',
  })
  const place = { ...base, id: 'y', name: 'POS', kind: 'forward', host: '0.0.0.0', port: 9100 } as const
  for (const printerHost of ['localhost', '127.0.0.1', '::1', '0.0.0.0'])
    await expect(sources.save({ ...place, printerHost, printerPort: 9100 })).rejects.toMatchObject({
      code: 'source.to-itself',
    })
  expect(sources.list()).toEqual([])
  await sources.save({ ...place, printerHost: '192.168.0.50', printerPort: 9100 })
  expect(sources.list()).toHaveLength(1)
})
