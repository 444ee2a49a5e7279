import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, clipboard, dialog, ipcMain, protocol, safeStorage, session, utilityProcess } from 'electron'
import { koCommon } from '#shared/i18n/ko/common.ts'
import { appScheme, createAppProtocol, schemePrivileges } from './app-protocol.ts'
import { startBackend } from './backend-process.ts'
import { createClipboardCare } from './clipboard-care.ts'
import { openIpcBridge } from './ipc-bridge.ts'
import { createKeychain } from './keychain.ts'
import { launchOptions } from './launch-options.ts'
import { broadcast, closeInOrder, focusOnSecondStart, tellPower } from './lifecycle.ts'
import { lockContents, lockSession } from './lockdown.ts'
import { setMenu } from './menu.ts'
import { ownAnswers } from './own-answers.ts'
import { openWindow } from './window.ts'

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
  focusOnSecondStart()
  await app.whenReady()

  setMenu(process.platform)
  lockSession(session.defaultSession)
  protocol.handle(appScheme, createAppProtocol(join(here, '../renderer')))

  const backend = startBackend({
    fork: () => utilityProcess.fork(join(here, 'backend.js'), [], { serviceName: 'dangol-backend' }),
    boot: { dataFolder: join(app.getPath('userData'), 'data'), version: app.getVersion() },
    keychain: createKeychain(safeStorage, process.platform),
    onEvent: broadcast,
    onDied: (code, delay) => process.stderr.write(`backend ended (${code}), starting again in ${delay} ms\n`),
    onBack: () => void tellStatus(),
  })
  // Windows that saw calls fail while the backend was away draw anew.
  const tellStatus = async (): Promise<void> => {
    const status = await backend.call('app.status', {})
    if (status.ok) broadcast('app.changed', status.value)
  }
  const care = createClipboardCare(clipboard)
  app.on('before-quit', () => void care.end())
  openIpcBridge(
    ipcMain,
    (name, input) => backend.call(name, input),
    ownAnswers({ care, app, platform: process.platform }),
  )
  tellPower(backend)
  closeInOrder(backend)
  await openWindow(join(here, '../preload/index.cjs'), join(here, '../../resources/icons/icon.png'))
}

// Not awaited: Electron is ready only after this module has been evaluated.
if (app.requestSingleInstanceLock()) run().catch(giveUp)
else app.quit()
