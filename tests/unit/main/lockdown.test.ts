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

test('every permission and device is refused, asked or checked, and every download', () => {
  const answers: boolean[] = []
  let cancelled = false
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (
      handler: (contents: unknown, permission: unknown, answer: (granted: boolean) => void) => void,
    ) => handler(null, 'media', (granted) => answers.push(granted)),
    setPermissionCheckHandler: (handler: () => boolean) => void answers.push(handler()),
    setDevicePermissionHandler: (handler: () => boolean) => void answers.push(handler()),
  })
  lockSession(session)
  session.emit('will-download', {
    preventDefault: () => {
      cancelled = true
    },
  })
  expect(answers).toEqual([false, false, false])
  expect(cancelled).toBe(true)
})
