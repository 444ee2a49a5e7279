import { expect, test } from 'vitest'
import { startsWithPc } from '../../../electron/main/login-item.ts'

const app = (isPackaged: boolean) => {
  const held = { openAtLogin: false }
  return {
    isPackaged,
    getLoginItemSettings: () => held as ReturnType<Electron.App['getLoginItemSettings']>,
    setLoginItemSettings: (settings: Electron.Settings) => {
      held.openAtLogin = settings.openAtLogin ?? false
    },
  }
}

test('an installed program on Windows and macOS starts with the PC when it is told to', () => {
  for (const platform of ['win32', 'darwin'] as const) {
    const installed = app(true)
    expect(startsWithPc(installed, platform, null)).toBe(false)
    expect(startsWithPc(installed, platform, true)).toBe(true)
    expect(startsWithPc(installed, platform, null)).toBe(true)
    expect(startsWithPc(installed, platform, false)).toBe(false)
  }
})

test('where that cannot be set it says so, and sets nothing', () => {
  const fromSource = app(false)
  expect(startsWithPc(fromSource, 'win32', true)).toBeNull()
  expect(fromSource.getLoginItemSettings().openAtLogin).toBe(false)
  expect(startsWithPc(app(true), 'linux', true)).toBeNull()
})
