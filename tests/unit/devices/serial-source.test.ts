import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSerialLine } from '#backend/devices/serial-line.port.ts'
import { runSerialSource, type SerialSource } from '#backend/devices/sources/serial-source.port.ts'
import type { RunningSource } from '#backend/devices/sources/source.ts'
import { systemClock } from '#backend/platform/clock.ts'
import { createPtyCable, hasSocat, type PtyCable, withSocat } from '../../helpers/devices/pty-cable.ts'
import { until } from '../../helpers/devices/until.ts'
import { createWatch, type Watch } from './source-watch.ts'

describe.skipIf(!hasSocat)(`serial source ${withSocat}`, () => {
  let cable: PtyCable
  let watch: Watch
  let running: RunningSource
  const source = (): SerialSource => ({
    id: 'pos',
    name: 'POS',
    enabled: true,
    encoding: 'cp949',
    idleGapMs: 700,
    kind: 'serial',
    path: cable.here,
    baudRate: 9600,
    dataBits: 8,
    parity: 'none',
    stopBits: 1,
  })
  const settings = (path: string) => ({ ...source(), path })
  const start = (): void => {
    running = runSerialSource(source(), watch, systemClock)
  }
  const nothing = { data: () => undefined, gone: () => undefined }

  beforeEach(async () => {
    cable = createPtyCable()
    watch = createWatch()
    await cable.plug()
  })
  afterEach(async () => {
    await running.stop()
    await cable.remove()
  })

  test('every byte arrives, in order, whatever it is', async () => {
    start()
    await until('connection', () => watch.last() === 'connected')
    const pos = await openSerialLine(settings(cable.there), nothing)
    const sent = Buffer.from(
      Array.from({ length: 1_000_000 }, (_, place) => (place * 7 + (place >> 8)) & 0xff),
    )
    await pos.write(sent)
    await until('all bytes', () => watch.all().length >= sent.length)
    expect(watch.all().equals(sent)).toBe(true)
    expect(watch.streams.size).toBe(1)
    await pos.close()
  })

  test('nothing is ever written to the POS', async () => {
    const heard: number[] = []
    const pos = await openSerialLine(settings(cable.there), {
      ...nothing,
      data: (bytes) => heard.push(...bytes),
    })
    start()
    await until('connection', () => watch.last() === 'connected')
    await pos.write(Buffer.from([0x10, 0x04, 0x01, 0x10, 0x04, 0x02, 0x41]))
    await until('the poll', () => watch.all().length === 7)
    await running.stop()
    expect(heard).toEqual([])
    await pos.close()
  })

  test('a pulled cable shows and ends the stream; plugged in again it is a new stream', async () => {
    start()
    await until('connection', () => watch.last() === 'connected')
    for (let round = 1; round <= 3; round += 1) {
      await cable.pull()
      await until('the loss to show', () => watch.last() === 'away source.port-away')
      expect([...watch.streams.values()].every((stream) => stream.closed)).toBe(true)
      await cable.plug()
      await until('reopening', () => watch.last() === 'connected')
      const pos = await openSerialLine(settings(cable.there), nothing)
      await pos.write(Buffer.from(`after ${round};`))
      await until('bytes after it came back', () => watch.all().toString().endsWith(`after ${round};`))
      await pos.close()
    }
    expect(watch.all().toString()).toBe('after 1;after 2;after 3;')
  })

  test('a port that is not there is waited for', async () => {
    await cable.pull()
    start()
    await until('the absence to show', () => watch.last() === 'away source.port-away')
    await cable.plug()
    await until('opening', () => watch.last() === 'connected')
    expect(watch.states.map((state) => state.connection)).toContain('waiting')
  })

  test('a port that another program has is told so, and taken when it is free', async () => {
    const other = await openSerialLine(settings(cable.here), nothing)
    start()
    await until('the other program to show', () => watch.last() === 'away source.port-busy')
    await other.close()
    await until('opening', () => watch.last() === 'connected')
    expect(watch.all()).toHaveLength(0)
  })

  test('stopping gives the port back at once, also while it is being opened', async () => {
    start()
    await running.stop()
    const other = await openSerialLine(settings(cable.here), nothing)
    await other.close()
    expect([...watch.streams.values()].every((stream) => stream.closed)).toBe(true)
  })
})
