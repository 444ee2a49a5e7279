import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { GuestPlace, Placement } from '../../../electron/main/guest-place.ts'
import { createGuestWindow, guestOptions } from '../../../electron/main/guest-window.ts'
import { windowOptions } from '../../../electron/main/window-options.ts'

let pages = 10

class Contents extends EventEmitter {
  readonly id = pages++
  readonly sent: unknown[][] = []
  reloads = 0
  send(...message: unknown[]): void {
    this.sent.push(message)
  }
  reload(): void {
    this.reloads += 1
  }
}

class FakeWindow extends EventEmitter {
  readonly webContents = new Contents()
  readonly loaded: string[] = []
  shown = 0
  gone = false
  readonly placement: Placement
  constructor(placement: Placement) {
    super()
    this.placement = placement
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url)
  }
  showInactive(): void {
    this.shown += 1
  }
  destroy(): void {
    this.gone = true
    this.emit('closed')
  }
  isDestroyed(): boolean {
    return this.gone
  }
}

const own = { id: 1, label: '카운터', bounds: { x: 0, y: 0, width: 1_024, height: 768 } }
const second = { id: 2, label: 'LG', bounds: { x: 1_024, y: 0, width: 1_280, height: 800 } }

const lab = () => {
  const windows: FakeWindow[] = []
  const events = new EventEmitter()
  let displays = [own, second]
  const screen = Object.assign(events, {
    getAllDisplays: () => displays,
    getDisplayMatching: () => own,
  })
  const guest = createGuestWindow({
    screen,
    counterBounds: () => own.bounds,
    open(placement) {
      const window = new FakeWindow(placement)
      windows.push(window)
      return window
    },
    eventChannel: 'events',
  })
  const plug = (...next: (typeof own)[]): void => {
    displays = next
    events.emit('display-metrics-changed')
  }
  const last = (): FakeWindow => {
    const window = windows.at(-1)
    if (window === undefined) throw new Error('No window')
    return window
  }
  return { guest, windows, plug, last }
}

const on: GuestPlace = { on: true, display: null, alone: 'none' }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('stands on the second display once both the settings and the counter’s window are there', () => {
  const { guest, windows, last } = lab()
  guest.place(on)
  expect(windows).toHaveLength(0)
  guest.start()
  expect(last().loaded).toEqual(['app://guest/'])
  expect(last().placement).toEqual({ displayId: 2, bounds: second.bounds, full: true })
  // The counter keeps the keyboard.
  last().emit('ready-to-show')
  expect(last().shown).toBe(1)
  guest.place(on)
  expect(windows).toHaveLength(1)
  expect(guest.displays().map(({ id, own: counter, guest: here }) => [id, counter, here])).toEqual([
    [1, true, false],
    [2, false, true],
  ])
})

test('goes with its display and comes back with it', () => {
  const { guest, windows, plug, last } = lab()
  guest.place(on)
  guest.start()
  plug(own)
  expect(last().gone).toBe(true)
  expect(guest.displays().some((display) => display.guest)).toBe(false)
  plug(own, second)
  expect(windows).toHaveLength(2)
  expect(last().gone).toBe(false)
})

test('is back after its page broke down, and after somebody closed it over a whole display', () => {
  const { guest, windows, last } = lab()
  guest.place(on)
  guest.start()
  last().webContents.emit('render-process-gone', {}, { reason: 'crashed' })
  vi.advanceTimersByTime(500)
  expect(last().webContents.reloads).toBe(1)
  last().destroy()
  vi.advanceTimersByTime(500)
  expect(windows).toHaveLength(2)
})

test('a small window that the owner closed stays closed until the settings are saved again', () => {
  const { guest, windows, plug, last } = lab()
  plug(own)
  guest.place({ ...on, alone: 'window' })
  guest.start()
  last().destroy()
  vi.advanceTimersByTime(5_000)
  plug(own)
  expect(windows).toHaveLength(1)
  guest.place({ ...on, alone: 'window' })
  expect(windows).toHaveLength(2)
})

test('goes with the app and never comes back then', () => {
  const { guest, windows, plug, last } = lab()
  guest.place(on)
  guest.start()
  guest.close()
  expect(last().gone).toBe(true)
  plug(own, second)
  vi.advanceTimersByTime(5_000)
  expect(windows).toHaveLength(1)
})

test('hears what it is told, and is known by its page', () => {
  const { guest, last } = lab()
  guest.tell('guest.screen', {})
  guest.place(on)
  guest.start()
  guest.tell('guest.screen', { at: 'rest' })
  expect(last().webContents.sent).toEqual([['events', 'guest.screen', { at: 'rest' }]])
  expect(guest.isPage(last().webContents.id)).toBe(true)
  expect(guest.isPage(1)).toBe(false)
  expect(guest.isPage(undefined)).toBe(false)
})

test('has all the shop window’s locks, and on Windows leaves the keyboard where it is', () => {
  const base = windowOptions('/app/guest.cjs', '/icon.png')
  const full = { displayId: 2, bounds: second.bounds, full: true }
  const options = guestOptions(base, full, 'win32')
  expect(options.webPreferences).toEqual(base.webPreferences)
  expect(options).toMatchObject({
    ...second.bounds,
    fullscreen: true,
    frame: false,
    focusable: false,
    show: false,
  })
  expect(guestOptions(base, { ...full, full: false }, 'win32')).not.toHaveProperty('frame')
})
