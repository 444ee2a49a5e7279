import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron'
import { appUrl } from './app-protocol.ts'

/** Every window's options; the security ones are asserted by a test. */
export const windowOptions = (preload: string, icon: string): BrowserWindowConstructorOptions => ({
  width: 1024,
  height: 768,
  minWidth: 800,
  minHeight: 600,
  useContentSize: true,
  show: false,
  backgroundColor: '#FBFAF7',
  autoHideMenuBar: true,
  title: '단골장부',
  icon,
  webPreferences: {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    safeDialogs: true,
  },
})

/** Opens the counter's window and shows it once its first picture is drawn. */
export const openWindow = async (preload: string, icon: string): Promise<BrowserWindow> => {
  const window = new BrowserWindow(windowOptions(preload, icon))
  window.once('ready-to-show', () => window.show())
  await window.loadURL(appUrl)
  return window
}
