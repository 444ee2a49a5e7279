// The module `electron` for the main process, as far as the app uses it. See README.md.
import { EventEmitter } from 'node:events'
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { listenForControl } from './control.ts'
import { ipcMain } from './ipc-main.ts'
import { safeStorage } from './safe-storage.ts'
import { protocol } from './schemes.ts'
import { session } from './session.ts'
import { utilityProcess } from './utility-process.ts'

const powerMonitor = new EventEmitter()
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
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  shell,
  utilityProcess,
}

listenForControl({
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  utilityProcess,
})
