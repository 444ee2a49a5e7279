import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSerialLine, type SerialLine } from '#backend/devices/serial-line.port.ts'
import { mostHeldBytes } from '#backend/devices/sources/direction.ts'
import {
  type PassThroughSource,
  runPassThroughSource,
} from '#backend/devices/sources/pass-through-source.port.ts'
import type { RunningSource } from '#backend/devices/sources/source.ts'
import { systemClock } from '#backend/platform/clock.ts'
import { createPtyCable, hasSocat, type PtyCable, withSocat } from '../../helpers/devices/pty-cable.ts'
import { until } from '../../helpers/devices/until.ts'
import { createWatch, type Watch } from './source-watch.ts'

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const noise = (length: number): Buffer =>
  Buffer.from(Array.from({ length }, (_, place) => (place * 31 + (place >> 7)) & 0xff))

describe.skipIf(!hasSocat)(`pass-through ${withSocat}`, () => {
  let posCable: PtyCable
  let printerCable: PtyCable
  let watch: Watch
  let running: RunningSource
  let pos: SerialLine
  let printer: SerialLine | null
  let printed: Buffer[]
  let answered: Buffer[]

  const line = { baudRate: 115_200, dataBits: 8, parity: 'none', stopBits: 1 } as const
  const source = (): PassThroughSource => ({
    ...line,
    id: 'between',
    name: 'POS',
    enabled: true,
    encoding: 'cp949',
    idleGapMs: 700,
    kind: 'pass-through',
    path: posCable.here,
    printerPath: printerCable.here,
  })
  const openPrinter = async (): Promise<SerialLine> =>
    openSerialLine(
      { ...line, path: printerCable.there },
      { data: (bytes) => printed.push(Buffer.from(bytes)), gone: () => undefined },
    )

  beforeEach(async () => {
    posCable = createPtyCable()
    printerCable = createPtyCable()
    watch = createWatch()
    printed = []
    answered = []
    await Promise.all([posCable.plug(), printerCable.plug()])
    printer = await openPrinter()
    pos = await openSerialLine(
      { ...line, path: posCable.there },
      { data: (bytes) => answered.push(Buffer.from(bytes)), gone: () => undefined },
    )
    running = runPassThroughSource(source(), watch, systemClock)
    await until('both ends', () => watch.last() === 'connected')
  })
  afterEach(async () => {
    await running.stop()
    await pos.close()
    await printer?.close()
    await posCable.remove()
    await printerCable.remove()
  })

  test('every byte goes both ways as it came, and the ledger gets what the printer got', async () => {
    const receipt = noise(300_000)
    const answers = noise(5000).reverse()
    pos.pass(receipt, () => undefined)
    printer?.pass(answers, () => undefined)
    await until('the receipt', () => Buffer.concat(printed).length >= receipt.length)
    await until('the answers', () => Buffer.concat(answered).length >= answers.length)
    await until('the capture', () => watch.all().length >= receipt.length)
    expect(hash(Buffer.concat(printed))).toBe(hash(receipt))
    expect(hash(Buffer.concat(answered))).toBe(hash(answers))
    expect(hash(watch.all())).toBe(hash(receipt))
    expect(watch.streams.size).toBe(1)
  })

  test('nothing of ours is added: a status question gets the printer’s own answer only', async () => {
    await pos.write(Buffer.from([0x10, 0x04, 0x01]))
    await until('the question', () => Buffer.concat(printed).length === 3)
    await printer?.write(Buffer.from([0x16]))
    await until('the answer', () => Buffer.concat(answered).length > 0)
    expect(Buffer.concat(answered)).toEqual(Buffer.from([0x16]))
  })

  test('with the printer unplugged the ledger still gets everything, and nothing is printed late', async () => {
    await pos.write(Buffer.from('before;'))
    await until('the print', () => Buffer.concat(printed).toString() === 'before;')
    await printerCable.pull()
    await until('the loss', () => watch.last() === 'connected source.printer-away')
    await pos.write(Buffer.from('meanwhile;'))
    await until('the capture', () => watch.all().toString() === 'before;meanwhile;')
    await printer?.close()
    await printerCable.plug()
    printer = await openPrinter()
    await until('both ends again', () => watch.last() === 'connected')
    await pos.write(Buffer.from('after;'))
    await until('the print after', () => Buffer.concat(printed).toString().endsWith('after;'))
    expect(Buffer.concat(printed).toString()).toBe('before;after;')
    await until('all of it', () => watch.all().toString() === 'before;meanwhile;after;')
  })

  test('a printer that takes nothing holds up the POS, is told of, and loses no byte', async () => {
    printer?.hold(true)
    const receipt = noise(200_000)
    let gone = false
    pos.pass(receipt, () => {
      gone = true
    })
    await until('the trouble to be told', () => watch.last() === 'connected source.printer-holds')
    const before = watch.all().length
    expect(gone).toBe(false)
    // What stands in system buffers comes on top; the rest is still the POS's.
    expect(before).toBeLessThan(receipt.length / 2)
    expect(before).toBeGreaterThanOrEqual(mostHeldBytes)
    printer?.hold(false)
    await until('the rest', () => watch.all().length >= receipt.length)
    await until('the paper', () => Buffer.concat(printed).length >= receipt.length)
    expect(hash(Buffer.concat(printed))).toBe(hash(receipt))
    expect(hash(watch.all())).toBe(hash(receipt))
    await until('the trouble to be over', () => watch.last() === 'connected')
  })

  test('what was read while the printer held is kept when the POS is unplugged', async () => {
    printer?.hold(true)
    pos.pass(noise(200_000), () => undefined)
    await until('the trouble to be told', () => watch.last() === 'connected source.printer-holds')
    await posCable.pull()
    await until('the loss', () => watch.last() === 'away source.port-away')
    const kept = watch.all()
    expect(kept.length).toBeGreaterThanOrEqual(mostHeldBytes)
    expect(kept.equals(noise(200_000).subarray(0, kept.length))).toBe(true)
    expect([...watch.streams.values()].every((stream) => stream.closed)).toBe(true)
  })

  test('the POS unplugged and plugged in again goes on printing, as a new stream', async () => {
    await posCable.pull()
    await until('the loss', () => watch.last() === 'away source.port-away')
    await pos.close()
    await posCable.plug()
    pos = await openSerialLine(
      { ...line, path: posCable.there },
      { data: () => undefined, gone: () => undefined },
    )
    await until('the return', () => watch.last() === 'connected')
    await pos.write(Buffer.from('again'))
    await until('the print', () => Buffer.concat(printed).toString() === 'again')
    await until('the capture', () => watch.all().toString() === 'again')
    expect([...watch.streams.values()].map((stream) => stream.closed)).toEqual([true, false])
  })

  test('woken, both ends are opened anew and work', async () => {
    running.wake?.()
    await until('the reopening', () => watch.states.length > 3 && watch.last() === 'connected')
    await pos.write(Buffer.from('awake'))
    await until('the print', () => Buffer.concat(printed).toString() === 'awake')
    await until('the capture', () => watch.all().length === 5)
    expect(watch.all().toString()).toBe('awake')
    expect(watch.streams.size).toBe(2)
  })
})
