import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLog } from '#backend/devices/device-log.ts'
import { openDeviceStore } from '#backend/devices/device-store.port.ts'
import { openSerialLine } from '#backend/devices/serial-line.port.ts'
import { createSources } from '#backend/devices/sources.service.ts'
import { systemClock } from '#backend/platform/clock.ts'
import { createPtyCable } from '../../helpers/devices/pty-cable.ts'
import { until } from '../../helpers/devices/until.ts'

const line = { baudRate: 115_200, dataBits: 8, parity: 'none', stopBits: 1 } as const
const quiet = { data: () => undefined, gone: () => undefined }

export interface Unpluggings {
  /** From the cable's return to the open port, ms, each time. */
  readonly back: readonly number[]
  readonly sent: Buffer
  readonly heard: Buffer
}

/** The cable's process is killed from outside, again and again, right after bytes have arrived. */
export const unpluggings = async (rounds: number): Promise<Unpluggings> => {
  const folder = mkdtempSync(join(tmpdir(), 'dangol-unplug-'))
  const cable = createPtyCable()
  const heard: Buffer[] = []
  const sent: Buffer[] = []
  const back: number[] = []
  let arrived = 0
  let expected = 0
  const sources = createSources({
    store: openDeviceStore(join(folder, 'devices.json')),
    clock: systemClock,
    log: silentLog,
    notesFolder: join(folder, 'sources'),
    onBytes: (_id, _stream, bytes) => {
      arrived += bytes.length
      heard.push(Buffer.from(bytes))
    },
    onClose: () => undefined,
    onStatus: () => undefined,
  })
  const is = (connection: string): boolean => sources.status()[0]?.connection === connection
  try {
    await cable.plug()
    await sources.save({
      ...line,
      id: 'pos',
      name: 'POS',
      enabled: true,
      encoding: 'cp949',
      idleGapMs: 700,
      kind: 'serial',
      path: cable.here,
    })
    await sources.start()
    for (let round = 0; round < rounds; round += 1) {
      const plugged = performance.now()
      await until('the port to be open', () => is('connected'), 10_000)
      if (round > 0) back.push(performance.now() - plugged)
      const pos = await openSerialLine({ ...line, path: cable.there }, quiet)
      const bytes = Buffer.from(Array.from({ length: 1500 }, (_, at) => (at * 31 + round * 7) & 0xff))
      sent.push(bytes)
      expected += bytes.length
      await pos.write(bytes)
      await until('the bytes', () => arrived >= expected)
      await cable.pull()
      await pos.close()
      await until('the loss to show', () => is('away'), 5000)
      await cable.plug()
    }
  } finally {
    await sources.stop()
    await cable.remove()
    rmSync(folder, { recursive: true, force: true })
  }
  return { back, sent: Buffer.concat(sent), heard: Buffer.concat(heard) }
}
