import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { openSerialLine } from '#backend/devices/serial-line.port.ts'
import { createRandom } from '#backend/devices/simulated/random.ts'
import { runPassThroughSource } from '#backend/devices/sources/pass-through-source.port.ts'
import { systemClock } from '#backend/platform/clock.ts'
import { createPtyCable } from '../../helpers/devices/pty-cable.ts'
import { until } from '../../helpers/devices/until.ts'

const line = { baudRate: 115_200, dataBits: 8, parity: 'none', stopBits: 1 } as const
/** 115,200 baud are 11,520 bytes a second. */
const bytesPerMs = 11.52
const stepMs = 10
/** One step in so many is followed by a stall. */
const stallsEvery = 300
const gone = (): void => undefined

export interface LongStream {
  readonly bytes: number
  readonly stalls: number
  readonly sent: string
  readonly printed: string
  readonly heard: string
}

/** A full line for so long, with stalls of up to three seconds, from a POS through us to a printer. */
export const longStream = async (minutes: number): Promise<LongStream> => {
  const [posCable, printerCable] = [createPtyCable(), createPtyCable()]
  const hashes = { sent: createHash('sha256'), printed: createHash('sha256'), heard: createHash('sha256') }
  const counts = { printed: 0, heard: 0 }
  let connected = false
  const random = createRandom(7)
  await Promise.all([posCable.plug(), printerCable.plug()])
  const source = runPassThroughSource(
    {
      ...line,
      id: 'long',
      name: 'POS',
      enabled: true,
      encoding: 'cp949',
      idleGapMs: 1000,
      kind: 'pass-through',
      path: posCable.here,
      printerPath: printerCable.here,
    },
    {
      bytes(_stream, bytes) {
        hashes.heard.update(bytes)
        counts.heard += bytes.length
      },
      closed: () => undefined,
      state(connection, problem) {
        connected = connection === 'connected' && problem === null
      },
    },
    systemClock,
  )
  const printer = await openSerialLine(
    { ...line, path: printerCable.there },
    {
      gone,
      data(bytes) {
        hashes.printed.update(bytes)
        counts.printed += bytes.length
      },
    },
  )
  const pos = await openSerialLine({ ...line, path: posCable.there }, { data: () => undefined, gone })
  let bytes = 0
  let stalls = 0
  try {
    await until('both ends', () => connected)
    const end = Date.now() + minutes * 60_000
    let due = Date.now()
    while (Date.now() < end) {
      // As much as the line would have carried since the last step.
      const now = Date.now()
      const length = Math.round((now - due) * bytesPerMs)
      due = now
      const piece = Buffer.from(Array.from({ length }, () => random.between(0, 255)))
      hashes.sent.update(piece)
      bytes += length
      if (length > 0) await pos.write(piece)
      await pause(stepMs)
      if (random.between(1, stallsEvery) !== 1) continue
      stalls += 1
      await pause(random.between(200, 3000))
      due = Date.now()
    }
    await until('the rest', () => counts.printed >= bytes && counts.heard >= bytes, 30_000)
  } finally {
    await source.stop()
    await Promise.all([pos.close(), printer.close()])
    await Promise.all([posCable.remove(), printerCable.remove()])
  }
  return {
    bytes,
    stalls,
    sent: hashes.sent.digest('hex'),
    printed: hashes.printed.digest('hex'),
    heard: hashes.heard.digest('hex'),
  }
}
