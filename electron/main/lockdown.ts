/** The parts of Electron's `WebContents` and `Session` that are shut. */
export interface LockableContents {
  on(event: 'will-navigate', listener: (event: { preventDefault(): void }) => void): unknown
  on(event: 'will-redirect', listener: (event: { preventDefault(): void }) => void): unknown
  on(event: 'will-frame-navigate', listener: (event: { preventDefault(): void }) => void): unknown
  on(event: 'will-attach-webview', listener: (event: { preventDefault(): void }) => void): unknown
  setWindowOpenHandler(handler: () => { action: 'deny' }): void
}

export interface LockableSession {
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: unknown, answer: (granted: boolean) => void) => void,
  ): void
  setPermissionCheckHandler(handler: () => boolean): void
  setDevicePermissionHandler(handler: () => boolean): void
  on(event: 'will-download', listener: (event: { preventDefault(): void }) => void): unknown
}

const refuse = (event: { preventDefault(): void }): void => event.preventDefault()

/** A page stays where it was loaded: no navigation, no new windows, no webviews. */
export const lockContents = (contents: LockableContents): void => {
  contents.on('will-navigate', refuse)
  contents.on('will-redirect', refuse)
  contents.on('will-frame-navigate', refuse)
  contents.on('will-attach-webview', refuse)
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** No permission (camera, place, notifications, serial, USB, clipboard reading, …) is ever given; no downloads. */
export const lockSession = (session: LockableSession): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}
