import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions } from 'electron'
import { app, refusable } from './app.ts'
import { browser, type PageTarget } from './browser.ts'
import type { Session } from './cdp.ts'
import { applyPermissions } from './session.ts'
import { WebContents } from './web-contents.ts'
import { type ClosableWindow, windows } from './windows.ts'

let nextId = 1

/** Makes the page itself as large as asked for: the window's frame comes on top. */
const fitContent = async (
  browser: Session,
  { targetId, session }: PageTarget,
  { width = 800, height = 600 }: BrowserWindowConstructorOptions,
): Promise<void> => {
  const { windowId, bounds } = await browser.send('Browser.getWindowForTarget', { targetId })
  const { result } = await session.send('Runtime.evaluate', {
    expression: '[innerWidth, innerHeight]',
    returnByValue: true,
  })
  const [innerWidth = 0, innerHeight = 0] = result.value as number[]
  await browser.send('Browser.setWindowBounds', {
    windowId,
    bounds: {
      width: width + (bounds.width ?? 0) - innerWidth,
      height: height + (bounds.height ?? 0) - innerHeight,
    },
  })
}

export class BrowserWindow extends EventEmitter implements ClosableWindow {
  readonly id = nextId++
  readonly webContents: WebContents
  readonly #opened: Promise<string>
  #closed = false
  #visible: boolean
  readonly #bounds: { x: number; y: number; width: number; height: number }

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    this.webContents = new WebContents(options.webPreferences)
    windows.add(this)
    this.#visible = options.show !== false
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.#bounds = { x, y, width, height }
    this.#opened = this.#open(options)
    this.#opened.catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      app.exit(1)
    })
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    app.emit('browser-window-created', {}, this)
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows].filter((window) => window instanceof BrowserWindow)
  }

  async #open(options: BrowserWindowConstructorOptions): Promise<string> {
    const running = await browser(app.getPath('sessionData'))
    const { connection } = running
    const page = await running.newPage(options.width ?? 800, options.height ?? 600)
    await applyPermissions(connection.browser)
    connection.browser.on('Target.targetDestroyed', ({ targetId }) => {
      if (targetId === page.targetId) this.#onClosed()
    })
    await connection.browser.send('Target.setDiscoverTargets', { discover: true })
    if (options.useContentSize) await fitContent(connection.browser, page, options)
    await this.webContents.adopt(connection, page, options.webPreferences?.preload)
    return page.targetId
  }

  async loadURL(url: string): Promise<void> {
    await this.#opened
    await this.webContents.loadURL(url)
  }
  async requestClose(): Promise<boolean> {
    const event = refusable()
    this.emit('close', event)
    if (event.defaultPrevented) return false
    const targetId = await this.#opened
    const { connection } = await browser(app.getPath('sessionData'))
    await connection.browser.send('Target.closeTarget', { targetId }).catch(() => {})
    this.#onClosed()
    return true
  }
  close(): void {
    void this.requestClose()
  }
  destroy(): void {
    void this.requestClose()
  }
  #onClosed(): void {
    if (this.#closed) return
    this.#closed = true
    windows.delete(this)
    this.emit('closed')
    if (windows.size > 0) return
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
    else app.quit()
  }

  show(): void {
    this.#visible = true
    this.emit('show')
  }
  showInactive(): void {
    this.#visible = true
    this.emit('show')
  }
  getBounds() {
    return { ...this.#bounds }
  }
  focus(): void {
    this.emit('focus')
  }
  isVisible(): boolean {
    return this.#visible
  }
  isDestroyed(): boolean {
    return this.#closed
  }
  isMinimized(): boolean {
    return false
  }
  restore(): void {}
  setTitle(): void {}
}
