import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { silentLog } from '#backend/devices/device-log.ts'
import { openDeviceStore } from '#backend/devices/device-store.port.ts'
import { openHabit } from '#backend/devices/sources/heard-hours.port.ts'
import { hoursOf, isQuiet, textOfHours, withHour } from '#backend/devices/sources/heard-hours.ts'
import { createSources, type Sources } from '#backend/devices/sources.service.ts'
import { freePort } from '../../helpers/devices/ports.ts'
import { until } from '../../helpers/devices/until.ts'

const hour = 3_600_000
const noon = Date.UTC(2026, 10, 22, 3)
/** Heard from 10 to 18 o'clock on each of the days before. */
const daysOf = (days: number): number[] =>
  Array.from({ length: days }, (_, day) => days - day).flatMap((day) =>
    Array.from({ length: 8 }, (_, at) => (noon + (at - 2) * hour - day * 24 * hour) / hour),
  )

describe('a habit', () => {
  test('two usual hours without a sound are quiet, one is not', () => {
    const days = daysOf(7)
    expect(isQuiet(days, noon)).toBe(true)
    expect(isQuiet(withHour(days, noon - hour), noon)).toBe(false)
    expect(isQuiet(withHour(days, noon), noon + 10)).toBe(false)
  })
  test('the first hour of the day, the night, a new source and one heard now and then are not', () => {
    expect(isQuiet(daysOf(7), noon - 2 * hour)).toBe(false)
    expect(isQuiet(daysOf(7), noon + 12 * hour)).toBe(false)
    expect(isQuiet([], noon)).toBe(false)
    expect(isQuiet(daysOf(3), noon)).toBe(false)
    expect(isQuiet(daysOf(4), noon)).toBe(true)
  })
  test('an hour is noted once, and three weeks are kept', () => {
    const once = withHour([], noon)
    expect(withHour(once, noon + 5)).toBe(once)
    let hours: readonly number[] = []
    for (let at = 0; at < 40 * 24; at += 1) hours = withHour(hours, noon + at * hour)
    expect(hours.length).toBeLessThanOrEqual(21 * 24)
    expect(hoursOf(textOfHours(hours))).toEqual(hours)
  })
  test.each(['', 'null', '{"a":1}', '["x"]', '[1.5]', '[1,'])('%j is learnt anew', (text) => {
    expect(hoursOf(text)).toEqual([])
  })
})

const source = (port: number) =>
  ({
    id: 'net',
    name: 'POS',
    enabled: true,
    encoding: 'cp949',
    idleGapMs: 700,
    kind: 'tcp',
    host: '127.0.0.1',
    port,
  }) as const

describe('the supervisor', () => {
  let folder = ''
  let sources: Sources
  let now = noon
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dangol-habit-'))
    now = noon
    const habit = openHabit(join(folder, 'sources', 'net.hours'))
    for (const one of daysOf(7)) habit.heard(one * hour)
    sources = createSources({
      store: openDeviceStore(join(folder, 'devices.json')),
      clock: { now: () => now },
      log: { ...silentLog, info: (_fields, message) => logged.push(message) },
      notesFolder: join(folder, 'sources'),
      onBytes: () => undefined,
      onClose: () => undefined,
      onStatus: () => undefined,
      lookMs: 10,
    })
    logged.length = 0
  })
  afterEach(async () => {
    await sources.stop()
    rmSync(folder, { recursive: true })
  })
  const logged: string[] = []
  const quiet = (): boolean | undefined => sources.status()[0]?.quiet

  test('says that a line is quiet, remembers its habit over a restart, and takes it back with the first byte', async () => {
    const port = await freePort()
    await sources.save(source(port))
    await sources.start()
    await until('the quiet to be told', () => quiet() === true)
    await until('listening', () => sources.status()[0]?.connection === 'waiting')
    const socket = connect({ host: '127.0.0.1', port }, () => socket.end('a receipt'))
    await until('the quiet to be over', () => quiet() === false)
    await sources.save({ ...source(port), enabled: false })
    expect(quiet()).toBe(false)
  })

  test('a note that cannot be written or read stops nothing', async () => {
    rmSync(join(folder, 'sources'), { recursive: true })
    writeFileSync(join(folder, 'sources'), 'a file where the folder should be')
    const port = await freePort()
    await sources.save(source(port))
    await sources.start()
    await until('listening', () => sources.status()[0]?.connection === 'waiting')
    const socket = connect({ host: '127.0.0.1', port }, () => socket.end('a receipt'))
    await until('the bytes', () => (sources.status()[0]?.bytes ?? 0) > 0)
    expect(quiet()).toBe(false)
  })

  test('a clock that jumps ahead was a PC asleep: the lines are opened anew', async () => {
    await sources.start()
    now += 5000
    const before = logged.length
    await sources.save(source(await freePort()))
    expect(logged.slice(before)).not.toContain('lines opened anew')
    now += 10 * 60_000
    await until('the waking', () => logged.includes('lines opened anew'))
    expect(logged.filter((message) => message === 'lines opened anew')).toHaveLength(1)
  })
})
