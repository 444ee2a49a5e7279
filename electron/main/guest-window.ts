import type { BrowserWindowConstructorOptions } from 'electron'
import type { EventName } from '#shared/contract/names.ts'
import { guestUrl } from './app-protocol.ts'
import {
  type DisplayOf,
  type GuestPlace,
  type Placement,
  placementOf,
  type Rectangle,
  samePlacement,
} from './guest-place.ts'

/** The part of Electron's `BrowserWindow` that is used. */
export interface GuestBrowserWindow {
  loadURL(url: string): Promise<void>
  showInactive(): void
  destroy(): void
  isDestroyed(): boolean
  once(event: 'ready-to-show', listener: () => void): unknown
  on(event: 'closed', listener: () => void): unknown
  readonly webContents: {
    readonly id: number
    send(channel: string, ...args: unknown[]): void
    reload(): void
    on(event: 'render-process-gone', listener: (event: unknown, gone: { reason: string }) => void): unknown
  }
}

export interface GuestWindowParts {
  readonly screen: {
    getAllDisplays(): readonly (DisplayOf & { readonly label: string })[]
    getDisplayMatching(bounds: Rectangle): DisplayOf
    on(event: 'display-added', listener: () => void): unknown
    on(event: 'display-removed', listener: () => void): unknown
    on(event: 'display-metrics-changed', listener: () => void): unknown
  }
  /** Where the counter's window stands. */
  readonly counterBounds: () => Rectangle
  readonly open: (placement: Placement) => GuestBrowserWindow
  readonly eventChannel: string
}

/** What the settings show of this PC. */
export interface ShownDisplay {
  readonly id: number
  readonly name: string
  readonly width: number
  readonly height: number
  readonly own: boolean
  readonly guest: boolean
}

export interface GuestWindow {
  /** Where it is to stand from now on. */
  place(place: GuestPlace): void
  /** Displays are looked at, and followed, from now on: the counter's window is there. */
  start(): void
  tell(name: EventName, payload: unknown): void
  readonly isPage: (webContentsId: number | undefined) => boolean
  displays(): ShownDisplay[]
  /** For good: the counter's window is gone. */
  close(): void
}

/** A page that broke down, or a window that somebody closed, is back after this pause, ms. */
const pause = 500

/** Keeps the guest's window where the settings and the displays that are plugged in say. */
export const createGuestWindow = (parts: GuestWindowParts): GuestWindow => {
  const { screen } = parts
  let place: GuestPlace | null = null
  let started = false
  let closed = false
  let window: GuestBrowserWindow | null = null
  let standing: Placement | null = null

  const ownId = (): number => screen.getDisplayMatching(parts.counterBounds()).id
  const shut = (): void => {
    const going = window
    window = null
    standing = null
    if (going !== null && !going.isDestroyed()) going.destroy()
  }
  const later = (work: () => void): void => {
    setTimeout(() => {
      if (!closed) work()
    }, pause).unref()
  }

  const open = (placement: Placement): void => {
    const opened = parts.open(placement)
    window = opened
    standing = placement
    // The counter keeps the keyboard.
    opened.once('ready-to-show', () => {
      if (window === opened) opened.showInactive()
    })
    opened.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return
      process.stderr.write(`the guest's page broke down (${reason}), loading it again\n`)
      later(() => {
        if (window === opened) opened.webContents.reload()
      })
    })
    opened.on('closed', () => {
      if (window !== opened) return
      window = null
      // A window with a frame is closed by the owner; one that fills a display is not meant to be.
      if (placement.full) later(settle)
    })
    opened.loadURL(guestUrl).catch((error: unknown) => {
      process.stderr.write(`the guest's screen did not load: ${String(error)}\n`)
    })
  }

  function settle(): void {
    if (!started || closed || place === null) return
    const next = placementOf(place, screen.getAllDisplays(), ownId())
    if (samePlacement(next, standing) && (window !== null || next?.full !== true)) return
    shut()
    if (next !== null) open(next)
  }

  return {
    place(next) {
      place = next
      // Saving the settings brings back a window that was closed by its cross.
      if (window === null) standing = null
      settle()
    },
    start() {
      started = true
      screen.on('display-added', settle)
      screen.on('display-removed', settle)
      screen.on('display-metrics-changed', settle)
      settle()
    },
    tell(name, payload) {
      if (window !== null && !window.isDestroyed()) window.webContents.send(parts.eventChannel, name, payload)
    },
    isPage: (id) => window !== null && !window.isDestroyed() && window.webContents.id === id,
    displays() {
      const own = ownId()
      return screen.getAllDisplays().map((display) => ({
        id: display.id,
        name: display.label,
        width: display.bounds.width,
        height: display.bounds.height,
        own: display.id === own,
        guest: window !== null && standing?.displayId === display.id,
      }))
    },
    close() {
      closed = true
      shut()
    },
  }
}

/** Over a whole display without a frame; on Windows a touch does not take the keyboard from the counter. */
export const guestOptions = (
  options: BrowserWindowConstructorOptions,
  { bounds, full }: Placement,
  platform: NodeJS.Platform,
): BrowserWindowConstructorOptions => ({
  ...options,
  ...bounds,
  minWidth: 640,
  minHeight: 480,
  useContentSize: !full,
  ...(full
    ? {
        frame: false,
        fullscreen: true,
        skipTaskbar: true,
        minimizable: false,
        resizable: false,
        ...(platform === 'win32' ? { focusable: false } : {}),
      }
    : {}),
})
