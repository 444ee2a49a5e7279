import { EventEmitter } from 'node:events'
import type { Session as CdpSession } from './cdp.ts'

type RequestHandler = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void
type CheckHandler = (contents: unknown, permission: string, origin: string, details: object) => boolean

class Session extends EventEmitter {
  request: RequestHandler | null = null
  check: CheckHandler | null = null
  setPermissionRequestHandler = (handler: RequestHandler | null) => {
    this.request = handler
  }
  setPermissionCheckHandler = (handler: CheckHandler | null) => {
    this.check = handler
  }
  setDevicePermissionHandler = () => {}
}

const defaultSession = new Session()
export const session = { defaultSession }

const permissions =
  'geolocation notifications camera microphone midi clipboard-read clipboard-write background-sync persistent-storage idle-detection local-fonts window-management storage-access'.split(
    ' ',
  )

/** Where Electron calls a permission otherwise than the web does. */
const namesInElectron: Readonly<Record<string, string>> = {
  'clipboard-write': 'clipboard-sanitized-write',
  camera: 'media',
  microphone: 'media',
}

const allowed = async (permission: string): Promise<boolean> => {
  const { check, request } = defaultSession
  if (check && !check(null, permission, '', {})) return false
  return request ? new Promise((resolve) => request(null, permission, resolve)) : true
}

/** Chromium cannot ask while a page runs, so the app's handlers are asked for every permission before it loads. */
export const applyPermissions = async (browser: CdpSession): Promise<void> => {
  for (const name of permissions) {
    const setting = (await allowed(namesInElectron[name] ?? name)) ? 'granted' : 'denied'
    // A name that this Chromium does not know stays as it is: in automation nothing is granted by itself.
    await browser.send('Browser.setPermission', { permission: { name }, setting }).catch(() => {})
  }
  // Any listener to `will-download` that stands is there to refuse.
  if (defaultSession.listenerCount('will-download') > 0)
    await browser.send('Browser.setDownloadBehavior', { behavior: 'deny' })
}
