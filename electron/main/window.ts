import { BrowserWindow } from 'electron'
import { appUrl } from './app-protocol.ts'
import { windowOptions } from './window-options.ts'

/** A page that broke down is loaded again after this pause, ms: the ledger is in the backend, nothing is lost. */
const pauseAfterCrash = 500

/** Makes the counter's window; `loadCounter` fills it. It is shown once its first picture is drawn. */
export const openWindow = (preload: string, icon: string): BrowserWindow => {
  const window = new BrowserWindow(windowOptions(preload, icon))
  window.once('ready-to-show', () => window.show())
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    process.stderr.write(`the page broke down (${reason}), loading it again\n`)
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload()
    }, pauseAfterCrash)
  })
  return window
}

export const loadCounter = (window: BrowserWindow): Promise<void> => window.loadURL(appUrl)
