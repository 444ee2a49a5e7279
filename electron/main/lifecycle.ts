import { app, BrowserWindow, powerMonitor } from 'electron'
import { eventChannel } from '#shared/contract/names.ts'
import type { BackendProcess } from './backend-process.ts'

const powerStates = ['suspend', 'resume', 'lock-screen', 'unlock-screen'] as const

/** How long the backend may take to finish what it is writing when the app quits, ms. */
const shutdownLimit = 8_000

/** @param isGuest the guest's own screen hears nothing of this. */
export const broadcast = (name: string, payload: unknown, isGuest: (id: number) => boolean): void => {
  for (const { webContents } of BrowserWindow.getAllWindows())
    if (!isGuest(webContents.id)) webContents.send(eventChannel, name, payload)
}

/** A second start shows the window of the first. */
export const focusOnSecondStart = (isGuest: (id: number) => boolean): void => {
  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => !isGuest(webContents.id))
    if (window === undefined) return
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  })
}

export const tellPower = (backend: BackendProcess): void => {
  for (const state of powerStates) {
    // Electron declares one overload for each event's name; all of these listeners take nothing.
    powerMonitor.on(state as 'suspend', () => backend.send({ type: 'power', state }))
  }
}

/** The app ends when its window is closed, after the backend has closed the ledger. */
export const closeInOrder = (backend: BackendProcess): void => {
  let closed = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void backend.shutdown(shutdownLimit).finally(() => {
      closed = true
      app.quit()
    })
  })
}
