// The module `electron` for the main process, as far as the app uses it. See README.md.
import { EventEmitter } from 'node:events'
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { clipboard } from './clipboard.ts'
import { listenForControl } from './control.ts'
import { ipcMain } from './ipc-main.ts'
import { safeStorage } from './safe-storage.ts'
import { answerScheme, protocol, toPageUrl } from './schemes.ts'
import { screen } from './screen.ts'
import { session } from './session.ts'
import { utilityProcess } from './utility-process.ts'

const powerMonitor = new EventEmitter()
/** Only the app's own schemes: nothing here goes out to a network. */
const net = {
  fetch: async (url: string): Promise<Response> => {
    const response = await answerScheme(toPageUrl(url), 'GET')
    if (response === null) throw new Error('net::ERR_UNKNOWN_URL_SCHEME')
    return response
  },
}
const shell = { openExternal: async () => {}, openPath: async () => '' }
const dialog = {
  showMessageBox: async () => ({ response: 0, checkboxChecked: false }),
  showErrorBox: (title: string, content: string) => void process.stderr.write(`${title}: ${content}\n`),
  showOpenDialog: async () => ({ canceled: true, filePaths: [] as string[] }),
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
}
const Menu = {
  setApplicationMenu: () => {},
  buildFromTemplate: (template: unknown) => template,
}

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
}

listenForControl({
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  utilityProcess,
})
