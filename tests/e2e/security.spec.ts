import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, RunningApp, test } from './fixture.ts'
import type { BehaviourPoint } from './security-points.ts'
import { guestPage } from './shop/guest.ts'
import { openShop } from './shop/shop.ts'

interface Violation {
  readonly directive: string
  readonly blocked: string
}

/**
 * Does something in the page and answers the content policy's violations that it caused. As one expression, because the
 * page itself could not make code out of a text.
 */
const violationsOf = (page: Page, act: string): Promise<Violation[]> =>
  page.evaluate(`(async () => {
    const found = []
    const listen = (event) => found.push({ directive: event.effectiveDirective, blocked: event.blockedURI })
    document.addEventListener('securitypolicyviolation', listen)
    try { await (async () => { ${act} })() } catch {}
    for (let tries = 0; tries < 100 && found.length === 0; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20))
    document.removeEventListener('securitypolicyviolation', listen)
    return found
  })()`)

const directivesOf = async (page: Page, act: string): Promise<string[]> =>
  (await violationsOf(page, act)).map(({ directive }) => directive)

const inPage = (page: Page, expression: string): Promise<unknown> => page.evaluate(expression)

const stays = async (app: RunningApp, act: string): Promise<void> => {
  const before = app.page.url()
  await inPage(app.page, `void (() => { window.stayed = true; ${act} })()`).catch(() => {})
  // The next call to the backend and back is later than any navigation that was begun.
  await app.call('app.status', {})
  expect(app.page.url()).toBe(before)
  expect(await inPage(app.page, 'window.stayed')).toBe(true)
}

/** The options with which the app opened each of its windows, and where each stands. */
const windowsOf = (app: RunningApp) =>
  app.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => ({
        url: webContents.getURL(),
        // Electron tells them only so; its types keep the method to itself.
        options: (
          webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
        ).getLastWebPreferences(),
      })),
    null,
  )

/** Each window was opened with these options. */
const openedWith = async (app: RunningApp, options: Record<string, unknown>): Promise<void> => {
  const windows = await windowsOf(app)
  expect(windows.length).toBeGreaterThan(0)
  for (const window of windows) expect(window.options, window.url).toMatchObject(options)
}

/** Has main emit an event that its listeners may refuse, and answers whether one did. */
const refusedBy = (app: RunningApp, emitter: 'page' | 'session', name: string): Promise<boolean> =>
  app.evaluate(
    ({ BrowserWindow, session }, asked) => {
      const emitters = asked.emitter === 'session' ? [session.defaultSession] : BrowserWindow.getAllWindows()
      return emitters.every((one) => {
        let refused = false
        const event = { preventDefault: () => (refused = true) }
        const target = 'webContents' in one ? one.webContents : one
        target.emit(asked.name, event)
        return refused
      })
    },
    { emitter, name },
  )

const proofs: Record<BehaviourPoint, (app: RunningApp) => Promise<void>> = {
  'no-node-in-page': async (app) => {
    const { page } = app
    await openedWith(app, { nodeIntegration: false, nodeIntegrationInWorker: false })
    await openedWith(app, { nodeIntegrationInSubFrames: false })
    const kinds = '[typeof require, typeof process, typeof module, typeof Buffer, typeof global]'
    expect(await inPage(page, kinds)).toEqual(Array.from({ length: 5 }, () => 'undefined'))
  },

  'process-sandbox': (app) => openedWith(app, { sandbox: true }),

  'web-security-kept': (app) => openedWith(app, { webSecurity: true, allowRunningInsecureContent: false }),

  'no-experiments': async (app) => {
    for (const { options } of await windowsOf(app)) {
      expect(options['experimentalFeatures'] ?? false).toBe(false)
      expect(options['enableBlinkFeatures'] ?? '').toBe('')
      expect(options['additionalArguments'] ?? []).toEqual([])
    }
  },

  'own-scheme-only': async (app) => {
    for (const { url } of await windowsOf(app)) expect(url).toMatch(/^app:\/\/(dangol|guest)\//)
  },

  'webview-refused': async (app) => {
    await openedWith(app, { webviewTag: false })
    expect(await refusedBy(app, 'page', 'will-attach-webview')).toBe(true)
  },

  'devices-refused': async ({ page }) => {
    // What was allowed before is all that these may list without a press, and the policy refuses even that.
    const listed = `Promise.all([['usb', 'getDevices'], ['hid', 'getDevices'], ['serial', 'getPorts']].map(
      async ([door, list]) => navigator[door] === undefined ? 'none'
        : navigator[door][list]().then(() => 'listed', (error) => error.name)))`
    expect(new Set((await inPage(page, listed)) as string[])).not.toContain('listed')
  },

  'downloads-refused': async (app) => {
    expect(await refusedBy(app, 'session', 'will-download')).toBe(true)
  },

  'context-isolation': async (app) => {
    const { page } = app
    await openedWith(app, { contextIsolation: true })
    // What the page does to its own built-ins does not reach the preload, and the bridge cannot be replaced.
    const tried = await inPage(
      page,
      `(async () => {
        Array.prototype.includes = () => true; Set.prototype.has = () => true
        try { window.dangol.call = () => 'mine' } catch {}
        try { window.dangol = { call: () => 'mine' } } catch {}
        return JSON.stringify(await window.dangol.call('no.such', {}))
      })()`,
    )
    expect(tried).toContain('call.unknown-method')
  },

  'inline-script-refused': async ({ page }) => {
    const act = `const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.body.append(s)`
    expect(await directivesOf(page, act)).toContain('script-src-elem')
    expect(await inPage(page, 'window.ran')).toBeUndefined()
  },

  'inline-handler-refused': async ({ page }) => {
    const act = `const b = document.createElement('button'); b.setAttribute('onclick', 'window.ran = true'); document.body.append(b); b.click()`
    expect(await directivesOf(page, act)).toContain('script-src-attr')
    expect(await inPage(page, 'window.ran')).toBeUndefined()
  },

  'eval-refused': async ({ page }) => {
    // A timer runs under the page's policy, whoever set it.
    const act = `setTimeout("window.ran = true", 0); setTimeout(() => { try { (0, eval)('window.ran = true') } catch {} }, 0)`
    expect(await directivesOf(page, act)).toContain('script-src')
    expect(await inPage(page, 'window.ran')).toBeUndefined()
  },

  'foreign-script-refused': async ({ page }) => {
    const act = `const s = document.createElement('script'); s.src = 'https://example.com/x.js'; document.body.append(s)`
    expect(await directivesOf(page, act)).toContain('script-src-elem')
  },

  'inline-style-refused': async ({ page }) => {
    const act = `const s = document.createElement('style'); s.textContent = 'body { color: red }'; document.head.append(s)`
    expect(await directivesOf(page, act)).toContain('style-src-elem')
  },

  'network-refused': async ({ page }) => {
    expect(await directivesOf(page, `await fetch('https://example.com/')`)).toContain('connect-src')
    expect(await directivesOf(page, `await fetch('index.html')`)).toContain('connect-src')
    expect(await directivesOf(page, `new WebSocket('ws://127.0.0.1:9')`)).toContain('connect-src')
    expect(await directivesOf(page, `new Image().src = 'https://example.com/x.png'`)).toContain('img-src')
  },

  'frames-refused': async ({ page }) => {
    const act = `const f = document.createElement('iframe'); f.src = 'https://example.com/'; document.body.append(f)`
    expect(await directivesOf(page, act)).toContain('frame-src')
  },

  'navigation-refused': async (app) => {
    await stays(app, `location.href = 'https://example.com/'`)
    await stays(app, `location.assign('file:///etc/passwd')`)
    await stays(
      app,
      `const a = document.createElement('a'); a.href = 'https://example.com/'; document.body.append(a); a.click()`,
    )
    await stays(
      app,
      `const f = document.createElement('form'); f.action = 'https://example.com/'; document.body.append(f); f.submit()`,
    )
    await stays(app, `location.href = 'data:text/html,<h1>x</h1>'`)
  },

  'window-open-refused': async (app) => {
    await stays(app, `window.open('https://example.com/')`)
    await stays(app, `window.open('')`)
    const windows = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)
    expect(await windows()).toBe(1)
    await expect.poll(() => app.page.context().pages().length).toBe(1)
  },

  'permissions-refused': async ({ page }) => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read']
    for (const name of names) {
      const state = inPage(
        page,
        `navigator.permissions.query({ name: '${name}' }).then((status) => status.state)`,
      )
      expect(await state, name).toBe('denied')
    }
    // Writing at a press is the one exception; reading what others wrote is not.
    expect(await inPage(page, "navigator.clipboard.readText().then(() => 'read', () => 'refused')")).toBe(
      'refused',
    )
    const place = `new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('told'), (e) => resolve(e.code)))`
    expect(await inPage(page, place)).toBe(1)
  },

  'bridge-is-two-functions': async ({ page }) => {
    const members = 'Object.entries(window.dangol).map(([name, value]) => [name, typeof value])'
    expect(await inPage(page, members)).toEqual([
      ['call', 'function'],
      ['on', 'function'],
    ])
  },

  'unknown-names-refused': async ({ page }) => {
    const codeOf = (name: string) =>
      inPage(page, `window.dangol.call(${name}, {}).then((answer) => answer.error.code)`)
    for (const name of ["'no.such'", "'constructor'", "'__proto__'", "''", 'null', '{}'])
      expect(await codeOf(name), name).toBe('call.unknown-method')
    const listened = inPage(
      page,
      `(() => { try { window.dangol.on('dangol:call', () => {}); return 'heard' } catch { return 'refused' } })()`,
    )
    expect(await listened).toBe('refused')
  },

  'foreign-sender-refused': async (app) => {
    const preload = join(import.meta.dirname, '../../out/preload/index.cjs')
    const foreign = 'data:text/html,<title>foreign</title>'
    await app.evaluate(
      async ({ BrowserWindow }, given) => {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload: given.preload, sandbox: true },
        })
        await window.loadURL(given.foreign)
      },
      { preload, foreign },
    )
    const pages = () => app.page.context().pages()
    await expect.poll(() => pages().some((page) => page.url().startsWith('data:'))).toBe(true)
    const page = pages().find((one) => one.url().startsWith('data:'))
    const code =
      page && (await inPage(page, `window.dangol.call('app.status', {}).then((answer) => answer.error.code)`))
    expect(code).toBe('call.not-trusted')
  },

  'path-traversal-refused': async (app) => {
    const status = (path: string) =>
      app.evaluate(async ({ net }, url) => {
        try {
          return (await net.fetch(url)).status
        } catch {
          return 0
        }
      }, `app://dangol/${path}`)
    expect(await status('index.html')).toBe(200)
    const outside =
      '../main/index.js ../../package.json %2e%2e/main/index.js ..%2fmain%2findex.js ..%5cmain%5cindex.js %252e%252e/main/index.js assets/../../main/index.js //etc/passwd %00 C:/x.html'
    for (const path of outside.split(' ')) expect([0, 404], path).toContain(await status(path))
  },

  'single-instance': async (app) => {
    await app.evaluate(({ app: electronApp }) => {
      electronApp.once('second-instance', () => void Object.assign(globalThis, { toldOfSecond: true }))
    }, null)
    expect(await app.startAgain()).toBe(0)
    const told = () => app.evaluate(() => 'toldOfSecond' in globalThis, null)
    await expect.poll(told).toBe(true)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(1)
    expect((await app.call('app.status', {})).ok).toBe(true)
  },

  'backend-apart-and-restarted': async (app) => {
    await expect.poll(() => app.backendPid()).not.toBeNull()
    const first = await app.killBackend()
    expect(first).not.toBe(app.pid)
    await expect.poll(() => app.backendPid().then((pid) => pid !== null && pid !== first)).toBe(true)
    await expect.poll(async () => (await app.call('app.status', {})).ok).toBe(true)
  },
}

/** These leave the app other than they found it, so each has one of its own. */
const alone: ReadonlySet<string> = new Set<BehaviourPoint>([
  'context-isolation',
  'foreign-sender-refused',
  'single-instance',
  'backend-apart-and-restarted',
])

test.describe('in one page', () => {
  test.describe.configure({ mode: 'default' })
  let app: RunningApp
  test.beforeAll(async () => {
    app = new RunningApp({ viewport: { width: 1024, height: 768 }, colorScheme: 'light' }, false)
    await app.start()
  })
  test.afterAll(() => app.dispose())
  for (const [point, prove] of Object.entries(proofs)) if (!alone.has(point)) test(point, () => prove(app))
})

for (const [point, prove] of Object.entries(proofs))
  if (alone.has(point)) test(point, ({ app }) => prove(app))

/** These are about one page, so they have to hold in the guest's own window as well. */
const ofAPage = [
  'no-node-in-page',
  'process-sandbox',
  'web-security-kept',
  'no-experiments',
  'own-scheme-only',
  'webview-refused',
  'devices-refused',
  'inline-script-refused',
  'inline-handler-refused',
  'eval-refused',
  'foreign-script-refused',
  'inline-style-refused',
  'network-refused',
  'frames-refused',
  'permissions-refused',
  'bridge-is-two-functions',
  'unknown-names-refused',
] as const satisfies readonly BehaviourPoint[]

test('the guest’s own window holds the same points, and gets nothing of the shop', async ({ app }) => {
  await openShop(app)
  const page = await guestPage(app)
  const there = Object.create(app, { page: { value: page }, evaluate: { value: app.evaluate.bind(app) } })
  for (const point of ofAPage) await test.step(point, () => proofs[point](there))
  const codes = (names: readonly string[]) =>
    inPage(
      page,
      `Promise.all(${JSON.stringify(names)}.map((name) => window.dangol.call(name, {}).then((answer) => answer.error?.code ?? 'ok')))`,
    )
  expect(
    await codes(['customers.search', 'app.status', 'guest.show', 'guest.settings', 'guest.screen']),
  ).toEqual([...Array.from({ length: 4 }, () => 'call.unknown-method'), 'ok'])
  const heard = inPage(
    page,
    "(() => { try { window.dangol.on('receipt.arrived', () => {}); return 'heard' } catch { return 'refused' } })()",
  )
  expect(await heard).toBe('refused')
  const before = page.url()
  await inPage(
    page,
    "void (() => { location.href = 'https://example.com/'; window.open('https://example.com/') })()",
  )
  await app.call('app.status', {})
  expect(page.url()).toBe(before)
  // Another origin: nothing that the shop's window keeps is there.
  await inPage(app.page, "localStorage.setItem('mine', '1')")
  expect(await inPage(page, "localStorage.getItem('mine')")).toBeNull()
})
