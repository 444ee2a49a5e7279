import { describe, expect, test } from 'vitest'
import { openSerialLine, type SerialEvents } from '#backend/devices/serial-line.port.ts'
import { candidates, type LineSettings } from '#backend/devices/settings-finder/candidates.ts'
import type { OpenForListening } from '#backend/devices/settings-finder/search.port.ts'
import { createSettingsFinder } from '#backend/devices/settings-finder.service.ts'
import { createTill } from '#backend/devices/simulated/receipt-bytes.ts'
import type { SettingsSearch } from '#shared/contract/devices.ts'
import { createPtyCable, hasSocat, withSocat } from '../../helpers/devices/pty-cable.ts'
import { until } from '../../helpers/devices/until.ts'
import { heardAs } from '../../helpers/devices/wrong-line.ts'

const till = createTill({ seed: 4, returns: 0 })
const limits = { pauseMs: 30, silenceMs: 250, wholeMs: 20_000 }

/** A line on which a POS prints paper after paper, set as `sent`; whoever listens otherwise hears it bent. */
const lineOf = (sent: LineSettings | null) => {
  let listening = 0
  let opened = 0
  const open: OpenForListening = async (settings, events: SerialEvents) => {
    listening += 1
    opened += 1
    let stopped = false
    const print = (): void => {
      if (stopped || sent === null) return
      const heard = heardAs(till.next(Date.UTC(2026, 10, 22, 3)).bytes, sent, settings)
      for (let at = 0; at < heard.length; at += 90) {
        if (stopped) return
        events.data(heard.subarray(at, at + 90))
      }
      setTimeout(print, 10)
    }
    setTimeout(print, 1)
    return {
      close: async () => {
        stopped = true
        listening -= 1
        events.gone()
      },
    }
  }
  return { open, listening: () => listening, opened: () => opened }
}

const setUp = (open: OpenForListening, wholeMs = limits.wholeMs) => {
  const told: SettingsSearch[] = []
  const legible: { path: string; encoding: string; bytes: number }[] = []
  const lent: string[] = []
  const finder = createSettingsFinder({
    sources: {
      lend: (path, work) => {
        lent.push(path)
        return work()
      },
    },
    progress: (search) => told.push(search),
    onLegible: (path, encoding, bytes) => legible.push({ path, encoding, bytes: bytes.length }),
    open,
    limits: { ...limits, wholeMs },
  })
  return { finder, told, legible, lent }
}

describe('finding the settings of a line', () => {
  const some: LineSettings[] = [
    { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 },
    { baudRate: 38_400, dataBits: 8, parity: 'none', stopBits: 1 },
    { baudRate: 4800, dataBits: 8, parity: 'none', stopBits: 1 },
    { baudRate: 128_000, dataBits: 8, parity: 'none', stopBits: 1 },
    { baudRate: 19_200, dataBits: 8, parity: 'even', stopBits: 1 },
    { baudRate: 115_200, dataBits: 8, parity: 'odd', stopBits: 1 },
  ]
  test.each(some)('$baudRate $dataBits $parity is found', async (sent) => {
    const line = lineOf(sent)
    const { finder, told, legible, lent } = setUp(line.open)
    const found = await finder.find('/dev/ttyUSB0')
    expect(found).toMatchObject({ ...sent, encoding: 'cp949' })
    expect(found?.sample.join('\n')).toMatch(/[가-힣]{2}/)
    expect(line.listening()).toBe(0)
    expect(lent).toEqual(['/dev/ttyUSB0'])
    expect(legible).toMatchObject([{ path: '/dev/ttyUSB0', encoding: 'cp949' }])
    expect(told.every(({ of }) => of === candidates.length)).toBe(true)
  })

  test('a line that nobody sets so is given up', async () => {
    const line = lineOf({ baudRate: 7200, dataBits: 8, parity: 'none', stopBits: 1 })
    const { finder, legible } = setUp(line.open, 5000)
    expect(await finder.find('COM3')).toBeNull()
    expect(line.opened()).toBeGreaterThanOrEqual(10)
    expect(legible).toEqual([])
  })

  test('stopped, it gives the port back and answers nothing; another search ends the first', async () => {
    const line = lineOf(null)
    const { finder } = setUp(line.open)
    const first = finder.find('COM3')
    await until('listening', () => line.listening() === 1)
    const second = finder.find('COM4')
    expect(await first).toBeNull()
    await until('listening again', () => line.opened() === 2)
    await finder.stop()
    expect(await second).toBeNull()
    expect(line.listening()).toBe(0)
  })

  test('a port that cannot be opened says why', async () => {
    const { finder } = setUp(async () => {
      throw new Error('Opening COM3: Access denied')
    })
    await expect(finder.find('COM3')).rejects.toMatchObject({
      code: 'source.port-busy',
      params: { path: 'COM3' },
    })
    await finder.stop()
  })
})

test.skipIf(!hasSocat)(`a real port that reads at once is proposed as it is ${withSocat}`, async () => {
  const cable = createPtyCable()
  await cable.plug()
  const { finder, told } = setUp(openSerialLine)
  const found = finder.find(cable.here)
  await until('listening', () => told.length > 0)
  const pos = await openSerialLine(
    { path: cable.there, baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 },
    { data: () => undefined, gone: () => undefined },
  )
  const printing = setInterval(
    () => pos.pass(till.next(Date.UTC(2026, 10, 22, 3)).bytes, () => undefined),
    50,
  )
  try {
    // On a pty every setting reads: the speed that is tried first is taken.
    expect(await found).toMatchObject({ baudRate: 9600, dataBits: 8, encoding: 'cp949' })
  } finally {
    clearInterval(printing)
    await pos.close()
    await cable.remove()
  }
})
