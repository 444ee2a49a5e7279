import type { App } from 'electron'

type LoginApp = Pick<App, 'isPackaged' | 'getLoginItemSettings' | 'setLoginItemSettings'>

/** Electron knows of starting with the system on these two only. */
const knows = (app: LoginApp, platform: NodeJS.Platform): boolean =>
  app.isPackaged && (platform === 'win32' || platform === 'darwin')

/**
 * Whether the program starts with the PC, so that no receipt of the morning is missed.
 * @param on null only asks.
 * @returns null where it cannot be set: an app that is not installed, or another system.
 */
export const startsWithPc = (
  app: LoginApp,
  platform: NodeJS.Platform,
  on: boolean | null,
): boolean | null => {
  if (!knows(app, platform)) return null
  if (on !== null) app.setLoginItemSettings({ openAtLogin: on })
  return app.getLoginItemSettings().openAtLogin
}
