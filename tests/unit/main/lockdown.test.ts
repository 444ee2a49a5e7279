import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { lockContents, lockSession } from '../../../electron/main/lockdown.ts'
import { windowOptions } from '../../../electron/main/window-options.ts'

test('the window is sandboxed, isolated and without Node', () => {
  const { webPreferences } = windowOptions('/app/preload.cjs', '/app/icon.png')
  expect(webPreferences).toMatchObject({
    preload: '/app/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
  })
  expect(webPreferences).not.toHaveProperty('experimentalFeatures')
  expect(webPreferences).not.toHaveProperty('enableBlinkFeatures')
})

class Contents extends EventEmitter {
  open: (() => { action: 'deny' }) | undefined
  setWindowOpenHandler(handler: () => { action: 'deny' }): void {
    this.open = handler
  }
}

test.each(['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview'])(
  '%s is refused',
  (name) => {
    const contents = new Contents()
    lockContents(contents)
    let refused = false
    contents.emit(name, {
      preventDefault: () => {
        refused = true
      },
    })
    expect(refused).toBe(true)
  },
)

test('new windows are denied', () => {
  const contents = new Contents()
  lockContents(contents)
  expect(contents.open?.()).toEqual({ action: 'deny' })
})

/** What the handlers answer when they are asked for a permission, and when it is checked. */
const answersFor = (permission: string): boolean[] => {
  const answers: boolean[] = []
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (
      handler: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void,
    ) => handler(null, permission, (granted) => answers.push(granted)),
    setPermissionCheckHandler: (handler: (contents: unknown, permission: string) => boolean) =>
      void answers.push(handler(null, permission)),
    setDevicePermissionHandler: (handler: () => boolean) => void answers.push(handler()),
  })
  lockSession(session)
  let cancelled = false
  session.emit('will-download', {
    preventDefault: () => {
      cancelled = true
    },
  })
  expect(cancelled).toBe(true)
  return answers
}

test.each([
  'media',
  'geolocation',
  'notifications',
  'clipboard-read',
  'serial',
  'usb',
  'hid',
  'fullscreen',
  'new-one',
])('the permission %s is refused, asked or checked; so are devices and downloads', (permission) =>
  expect(answersFor(permission)).toEqual([false, false, false]),
)

test('text may be put on the clipboard', () => {
  expect(answersFor('clipboard-sanitized-write')).toEqual([true, true, false])
})
