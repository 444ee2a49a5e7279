import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findChromium } from '../../../dev/chromium.mjs'
import { findElectron } from '../../../dev/electron-binary.mjs'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dangol-bin-'))
  writeFileSync(join(folder, 'chromium'), '')
  writeFileSync(join(folder, 'google-chrome'), '')
})
afterAll(() => rmSync(folder, { recursive: true }))

test('CHROMIUM is asked first, and alone when it is set', () => {
  const path = join(folder, 'google-chrome')
  expect(findChromium({ CHROMIUM: path, PATH: folder }, 'linux')).toBe(path)
  expect(findChromium({ CHROMIUM: join(folder, 'none'), PATH: folder }, 'linux')).toBeNull()
})

test('on Linux the folders of PATH are looked through', () => {
  expect(findChromium({ PATH: ['/nowhere', folder].join(delimiter) }, 'linux')).toBe(join(folder, 'chromium'))
  expect(findChromium({ PATH: '/nowhere' }, 'linux')).toBeNull()
  expect(findChromium({ PATH: '' }, 'linux')).toBeNull()
  expect(findChromium({}, 'linux')).toBeNull()
})

test('on Windows without any of the usual folders there is none', () => {
  expect(findChromium({}, 'win32')).toBeNull()
  expect(findChromium({ ProgramFiles: join(folder, 'x') }, 'win32')).toBeNull()
})

test('a checkout without Electron’s binary has none', () => {
  expect(findElectron(folder)).toBeNull()
})
