import type { BrowserWindowConstructorOptions } from 'electron'

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
