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
    handler: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void,
  ): void
  setPermissionCheckHandler(handler: (contents: unknown, permission: string) => boolean): void
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

/** Putting text on the clipboard at a press of a button (the recovery code) tells the page nothing. */
const given: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** No other permission (camera, place, notifications, serial, USB, reading the clipboard, …) and no download. */
export const lockSession = (session: LockableSession): void => {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(given.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => given.has(permission))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}
