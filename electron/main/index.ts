import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  protocol,
  safeStorage,
  screen,
  session,
  utilityProcess,
} from 'electron'
import { eventChannel } from '#shared/contract/names.ts'
import { koCommon } from '#shared/i18n/ko/common.ts'
import { appScheme, createAppProtocol, schemePrivileges } from './app-protocol.ts'
import { startBackend } from './backend-process.ts'
import { createClipboardCare } from './clipboard-care.ts'
import { folderChoice } from './folder-choice.ts'
import type { GuestPlace } from './guest-place.ts'
import { createGuestWindow, guestOptions } from './guest-window.ts'
import { openIpcBridge } from './ipc-bridge.ts'
import { createKeychain } from './keychain.ts'
import { launchOptions } from './launch-options.ts'
import { broadcast, closeInOrder, focusOnSecondStart, tellPower } from './lifecycle.ts'
import { lockContents, lockSession } from './lockdown.ts'
import { setMenu } from './menu.ts'
import { ownAnswers } from './own-answers.ts'
import { loadCounter, openWindow } from './window.ts'
import { windowOptions } from './window-options.ts'

const here = import.meta.dirname
const { userData } = launchOptions(process.argv, process.env)
/** Electron takes only folders that are there. */
const place = (name: 'userData' | 'sessionData', folder: string): void => {
  mkdirSync(folder, { recursive: true })
  app.setPath(name, folder)
}

if (userData !== null) place('userData', userData)
// The same folder whatever the package is called, so that the ledger stays found.
else if (app.isPackaged) place('userData', join(app.getPath('appData'), 'dangol'))
// Chromium's own files stay apart from the shop's, so that a copy of the data folder is the ledger and nothing else.
place('sessionData', join(app.getPath('userData'), 'browser'))

/** An app without a window would only sit there: say why and go. */
const giveUp = (error: unknown): void => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  dialog.showErrorBox(koCommon['app.name'], koCommon['app.cannotStart'])
  app.exit(1)
}

const run = async (): Promise<void> => {
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([schemePrivileges])
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
  await app.whenReady()

  setMenu(process.platform)
  lockSession(session.defaultSession)
  protocol.handle(appScheme, createAppProtocol(join(here, '../renderer')))

  const icon = join(here, '../../resources/icons/icon.png')
  let counter: BrowserWindow | null = null
  const guest = createGuestWindow({
    screen,
    counterBounds: () => counter?.getBounds() ?? screen.getPrimaryDisplay().bounds,
    open: (placement) =>
      new BrowserWindow(
        guestOptions(windowOptions(join(here, '../preload/guest.cjs'), icon), placement, process.platform),
      ),
    eventChannel,
  })
  focusOnSecondStart(guest.isPage)
  /** The guest's screen hears its own event and no other. */
  const tell = (name: string, payload: unknown): void => {
    if (name === 'guest.screen') return guest.tell(name, payload)
    if (name === 'guest.placed') guest.place(payload as GuestPlace)
    broadcast(name, payload, guest.isPage)
  }

  const backend = startBackend({
    fork: () => utilityProcess.fork(join(here, 'backend.js'), [], { serviceName: 'dangol-backend' }),
    boot: { dataFolder: join(app.getPath('userData'), 'data'), version: app.getVersion() },
    keychain: createKeychain(safeStorage, process.platform),
    onEvent: tell,
    onDied: (code, delay) => process.stderr.write(`backend ended (${code}), starting again in ${delay} ms\n`),
    onBack: () => void tellStatus(),
  })
  // Windows that saw calls fail while the backend was away draw anew.
  const tellStatus = async (): Promise<void> => {
    const status = await backend.call('app.status', {})
    if (status.ok) tell('app.changed', status.value)
    const shown = await backend.call('guest.screen', {}, 'guest')
    if (shown.ok) tell('guest.screen', shown.value)
  }
  const care = createClipboardCare(clipboard)
  app.on('before-quit', () => void care.end())
  const chooseFolder = folderChoice(dialog, () => counter)
  openIpcBridge(
    ipcMain,
    (name, input, from) => backend.call(name, input, from),
    ownAnswers({ care, app, platform: process.platform, guest, chooseFolder }),
    guest.isPage,
  )
  tellPower(backend)
  app.on('before-quit', () => guest.close())
  closeInOrder(backend)
  const window = openWindow(join(here, '../preload/index.cjs'), icon)
  counter = window
  window.on('closed', () => {
    counter = null
    guest.close()
  })
  await loadCounter(window)
  guest.start()
}

// Not awaited: Electron is ready only after this module has been evaluated.
if (app.requestSingleInstanceLock()) run().catch(giveUp)
else app.quit()
