import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { settingsOf, textOf } from '#backend/devices/device-settings.ts'
import { openDeviceStore } from '#backend/devices/device-store.port.ts'
import { type FileIo, systemIo } from '#backend/platform/files/io.ts'
import type { Printer, Source } from '#shared/contract/devices.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dangol-devices-'))
  path = join(folder, 'shop', 'devices.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const pos: Source = {
  id: 'pos',
  name: '계산대 POS',
  enabled: true,
  encoding: 'cp949',
  idleGapMs: 700,
  kind: 'serial',
  path: '/dev/ttyUSB0',
  baudRate: 9600,
  dataBits: 8,
  parity: 'none',
  stopBits: 1,
}
const screen: Printer = { id: 'screen', name: '화면', enabled: true, columns: 42, kind: 'screen' }

test('settings are there again after a restart', () => {
  openDeviceStore(path).write({ sources: [pos], printers: [screen] })
  const again = openDeviceStore(path)
  expect(again.read()).toEqual({ sources: [pos], printers: [screen] })
  expect(again.setAside).toBeNull()
})

test('a shop that has set up nothing has no devices', () => {
  const store = openDeviceStore(path)
  expect(store.read()).toEqual({ sources: [], printers: [] })
  expect(store.setAside).toBeNull()
})

test.each([
  ['empty', ''],
  ['cut off', textOf({ sources: [pos], printers: [] }).slice(0, 60)],
  ['noise', '\u0000\u0001\u0002'],
  ['of a later version', '{"version":2,"sources":[],"printers":[]}'],
  ['with a speed that no port has', textOf({ sources: [{ ...pos, baudRate: 1 }], printers: [] })],
  ['with one id twice', textOf({ sources: [pos, pos], printers: [] })],
])('a file that is %s is set aside, not thrown away, and defaults are in force', (_, text) => {
  openDeviceStore(path)
  writeFileSync(path, text)
  const store = openDeviceStore(path)
  expect(store.read()).toEqual({ sources: [], printers: [] })
  expect(store.setAside).toBe(`${path}.damaged-1`)
  expect(readFileSync(`${path}.damaged-1`, 'utf8')).toBe(text)
})

test('something else under its name is set aside as well', () => {
  mkdirSync(path, { recursive: true })
  const store = openDeviceStore(path)
  store.write({ sources: [pos], printers: [] })
  expect(store.setAside).toBe(`${path}.damaged-1`)
  expect(openDeviceStore(path).read().sources).toEqual([pos])
})

test('a second damaged file does not overwrite the first', () => {
  openDeviceStore(path)
  for (const text of ['one', 'two']) {
    writeFileSync(path, text)
    openDeviceStore(path)
  }
  expect(readFileSync(`${path}.damaged-1`, 'utf8')).toBe('one')
  expect(readFileSync(`${path}.damaged-2`, 'utf8')).toBe('two')
})

test('half a file left beside by a crash changes nothing', () => {
  openDeviceStore(path).write({ sources: [pos], printers: [] })
  writeFileSync(`${path}.new`, '{"version":1,"sour')
  expect(openDeviceStore(path).read().sources).toEqual([pos])
})

test.each([
  ['is full', 'ENOSPC', 'ledger.disk-full'],
  ['fails', 'EIO', 'ledger.io'],
])('a disk that %s leaves the old settings, in the file and in the program', (_, reason, code) => {
  let broken = false
  const io: FileIo = {
    ...systemIo,
    fsync(fd) {
      if (broken) throw Object.assign(new Error(reason), { code: reason, syscall: 'fsync' })
      systemIo.fsync(fd)
    },
  }
  const store = openDeviceStore(path, io)
  store.write({ sources: [pos], printers: [] })
  broken = true
  expect(() => store.write({ sources: [], printers: [] })).toThrow(expect.objectContaining({ code }))
  expect(store.read().sources).toEqual([pos])
  expect(openDeviceStore(path).read().sources).toEqual([pos])
  expect(readdirSync(join(folder, 'shop'))).toEqual(['devices.json'])
})

test('writing leaves nothing behind', () => {
  openDeviceStore(path).write({ sources: [pos], printers: [screen] })
  expect(readdirSync(join(folder, 'shop'))).toEqual(['devices.json'])
  expect(settingsOf(readFileSync(path, 'utf8'))).toEqual({ sources: [pos], printers: [screen] })
})
