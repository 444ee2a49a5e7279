import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { WebPreferences } from 'electron'
import { app, refusable } from './app.ts'
import type { PageTarget } from './browser.ts'
import type { Connection, Session } from './cdp.ts'
import { answerInvoke } from './ipc-main.ts'
import { crossing, preloadWorld } from './page-worlds.ts'
import { answerScheme, toAppUrl, toPageUrl } from './schemes.ts'

interface Frame {
  readonly id: string
  url: string
  readonly parentId: string | null
}

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' }

let nextId = 1

/** The page of one window: its frames, its preload, its navigation, and what it asks of the app. */
export class WebContents extends EventEmitter {
  readonly id = nextId++
  readonly #channel = `crossing-${randomUUID()}`
  readonly #world = `preload-${randomUUID()}`
  readonly #frames = new Map<string, Frame>()
  readonly #worlds = new Map<number, string>()
  #session: Session | undefined
  #target = ''
  #loading = ''
  #popupsRefused = false
  #openHandler: OpenHandler = () => ({ action: 'allow' })

  readonly #preferences: WebPreferences

  constructor(preferences: WebPreferences = {}) {
    super()
    this.#preferences = preferences
    app.emit('web-contents-created', {}, this)
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }
  /** The options with which its window was opened. */
  getLastWebPreferences(): WebPreferences {
    return this.#preferences
  }
  getURL(): string {
    return toAppUrl(this.#frames.get(this.#target)?.url ?? '')
  }

  /** Takes over a fresh page: everything stands before the first document loads. */
  async adopt(connection: Connection, page: PageTarget, preload: string | undefined): Promise<void> {
    const { session } = page
    this.#target = page.targetId
    this.#session = session
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) =>
      this.#setFrame(frameId, '', parentFrameId),
    )
    session.on('Page.frameNavigated', ({ frame }) =>
      this.#setFrame(frame.id, frame.url, frame.parentId ?? null),
    )
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const frame = this.#frames.get(frameId)
      if (frame) frame.url = url
    })
    session.on('Page.frameDetached', ({ frameId }) => void this.#frames.delete(frameId))
    session.on('Page.loadEventFired', () => this.emit('did-finish-load'))
    session.on('Inspector.targetCrashed', () =>
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
    )
    session.on('Runtime.executionContextsCleared', () => this.#worlds.clear())
    session.on(
      'Runtime.executionContextDestroyed',
      ({ executionContextId }) => void this.#worlds.delete(executionContextId),
    )
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = (context.auxData ?? {}) as { frameId?: string }
      if (context.name === this.#world && frameId) this.#worlds.set(context.id, frameId)
    })
    session.on(
      'Runtime.bindingCalled',
      ({ payload, executionContextId }) => void this.#onInvoke(payload, executionContextId),
    )
    session.on('Fetch.requestPaused', (paused) => void this.#onRequest(paused).catch(() => {}))
    connection.browser.on('Target.targetCreated', ({ targetInfo }) => {
      if (targetInfo.openerId === page.targetId) this.#onOpened(connection.browser, targetInfo)
    })
    await session.send('Page.enable')
    await session.send('Runtime.enable')
    await session.send('Fetch.enable', {
      patterns: [{ urlPattern: 'http://*.localhost/*' }, { urlPattern: '*', resourceType: 'Document' }],
    })
    if (preload !== undefined) await this.#installPreload(session, readFileSync(preload, 'utf8'))
  }

  async #installPreload(session: Session, preload: string): Promise<void> {
    const binding = '__toMain'
    const channel = JSON.stringify(this.#channel)
    await session.send('Runtime.addBinding', { name: binding, executionContextName: this.#world })
    await session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `if (window === window.top) (${crossing.toString()})(${channel}, '-page', '-preload')`,
    })
    await session.send('Page.addScriptToEvaluateOnNewDocument', {
      worldName: this.#world,
      source: `(${preloadWorld.toString()})(${crossing.toString()}, ${channel}, '${binding}', (require, module, exports) => {\n${preload}\n})`,
    })
  }

  async loadURL(url: string): Promise<void> {
    const session = this.#open()
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()))
    this.#loading = toPageUrl(url)
    await this.#refusePopups(session)
    const { errorText } = await session.send('Page.navigate', { url: this.#loading })
    if (errorText) throw new Error(`${errorText} loading '${url}'`)
    await loaded
  }
  /**
   * An app that denies every popup has `window.open` answer null at once, as Electron does. A page that was opened and
   * then closed shares this one's process, and a debugger that looks on may hold both back for good.
   */
  async #refusePopups(session: Session): Promise<void> {
    // Once is enough for every document; a page that broke down would not even answer.
    if (this.#popupsRefused || this.#openHandler({ url: 'about:blank' }).action !== 'deny') return
    this.#popupsRefused = true
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: 'window.open = () => null' })
  }
  reload(): void {
    const url = this.getURL()
    this.loadURL(url).catch(() => {})
  }
  send(channel: string, ...args: unknown[]): void {
    for (const [context, frameId] of this.#worlds)
      if (frameId === this.#target) this.#toWorld(context, { channel, args })
  }

  /** Sizes are the page's own (`@page`); A4 where it names none. */
  async printToPDF(options: {
    printBackground?: boolean
    preferCSSPageSize?: boolean
    pageSize?: 'A4'
  }): Promise<Buffer> {
    const { data } = await this.#open().send('Page.printToPDF', {
      printBackground: options.printBackground ?? false,
      preferCSSPageSize: options.preferCSSPageSize ?? false,
      paperWidth: 8.27,
      paperHeight: 11.69,
    })
    return Buffer.from(data, 'base64')
  }

  /** The browser's own dialog, where there is a window for it; who prints and who closes it cannot be told apart. */
  print(_options: object, ended: (success: boolean, why: string) => void): void {
    this.#open()
      .send('Runtime.evaluate', { expression: 'window.print()' })
      .then(() => ended(true, ''))
      .catch((error: unknown) => ended(false, String(error)))
  }

  #open(): Session {
    if (!this.#session) throw new Error('The window is not open yet')
    return this.#session
  }
  #setFrame(id: string, url: string, parentId: string | null): void {
    this.#frames.set(id, { id, url, parentId })
  }
  #toWorld(contextId: number, message: unknown): void {
    const expression = `__fromMain(${JSON.stringify(JSON.stringify(message))})`
    // The world may be gone by now, with its page.
    this.#open()
      .send('Runtime.evaluate', { expression, contextId })
      .catch(() => {})
  }
  #frameOf(id: string | null): { url: string; origin: string; parent: unknown } | null {
    const frame = id === null ? undefined : this.#frames.get(id)
    if (!frame) return null
    const url = toAppUrl(frame.url)
    return { url, origin: new URL(url).origin, parent: this.#frameOf(frame.parentId) }
  }

  async #onInvoke(payload: string, context: number): Promise<void> {
    const { id, channel, args } = JSON.parse(payload) as { id: number; channel: string; args: unknown[] }
    const senderFrame = this.#frameOf(this.#worlds.get(context) ?? null)
    try {
      const value = await answerInvoke({ sender: this, senderFrame }, channel, args)
      this.#toWorld(context, { id, value })
    } catch (error) {
      this.#toWorld(context, { id, error: error instanceof Error ? error.message : String(error) })
    }
  }

  async #onRequest(paused: {
    requestId: string
    request: { url: string; method: string }
    frameId: string
    resourceType: string
  }): Promise<void> {
    const session = this.#open()
    const { requestId, request } = paused
    if (paused.resourceType === 'Document' && this.#refused(request.url, paused.frameId === this.#target))
      return void (await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }))
    const response = await answerScheme(request.url, request.method)
    if (response === null) return void (await session.send('Fetch.continueRequest', { requestId }))
    await session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    })
  }

  /** What the app itself loads is not asked for; a reload by it is the same. */
  #refused(url: string, top: boolean): boolean {
    if (top && url === this.#loading) {
      this.#loading = ''
      return false
    }
    const event = Object.assign(refusable(), { url: toAppUrl(url), isMainFrame: top })
    this.emit('will-frame-navigate', event)
    if (top) this.emit('will-navigate', event, event.url)
    return event.defaultPrevented
  }

  #onOpened(browser: Session, target: { targetId: string; url: string }): void {
    if (this.#openHandler({ url: target.url }).action === 'deny')
      browser.send('Target.closeTarget', { targetId: target.targetId }).catch(() => {})
  }
}
