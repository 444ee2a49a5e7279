import { EventEmitter } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { closeBrowser } from './browser.ts'
import { takeInstanceLock, told } from './instance-lock.ts'
import { killUtilities, utilityMetrics } from './utility-process.ts'
import { closeAllWindows } from './windows.ts'

const findPackage = (folder: string): { name: string; version: string; root: string } => {
  const file = join(folder, 'package.json')
  if (existsSync(file))
    return { ...(JSON.parse(readFileSync(file, 'utf8')) as { name: string; version: string }), root: folder }
  if (dirname(folder) === folder) return { name: 'app', version: '0.0.0', root: folder }
  return findPackage(dirname(folder))
}
const own = findPackage(dirname(process.argv[1] ?? process.cwd()))

const appData =
  process.platform === 'win32'
    ? (process.env['APPDATA'] ?? join(homedir(), 'AppData/Roaming'))
    : process.platform === 'darwin'
      ? join(homedir(), 'Library/Application Support')
      : (process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'))

/** An event that a listener may refuse. */
export const refusable = () => {
  let refused = false
  return {
    preventDefault: () => {
      refused = true
    },
    get defaultPrevented() {
      return refused
    },
  }
}

class App extends EventEmitter {
  readonly isPackaged = false
  readonly name = own.name
  #paths = new Map<string, string>([
    ['appData', appData],
    // Apart from the real app's folder: this is never to open a shop's live ledger.
    ['userData', join(appData, `${own.name}-preview`)],
    ['temp', tmpdir()],
    ['home', homedir()],
  ])
  #ready = Promise.resolve().then(() => void this.emit('ready', {}))
  #ending = false

  whenReady = () => this.#ready
  isReady = () => true
  enableSandbox = () => {}
  getName = () => this.name
  getVersion = () => own.version
  getAppPath = () => own.root
  getLocale = () => Intl.DateTimeFormat().resolvedOptions().locale
  getAppMetrics = () => [{ type: 'Browser', pid: process.pid }, ...utilityMetrics()]
  setPath = (name: string, path: string) => {
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path}`)
    this.#paths.set(name, path)
  }
  getPath = (name: string): string => {
    const path = this.#paths.get(name) ?? (name === 'sessionData' ? this.#paths.get('userData') : undefined)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }
  requestSingleInstanceLock = () =>
    takeInstanceLock(this.getPath('userData'), (second) =>
      this.emit('second-instance', {}, second.argv, second.cwd, null),
    )

  /** Each step may be refused by a listener, as in Electron; another call goes on from there. */
  quit = () => {
    setImmediate(() => void this.#quit())
  }
  async #quit() {
    const before = refusable()
    this.emit('before-quit', before)
    if (before.defaultPrevented || !(await closeAllWindows())) return
    const will = refusable()
    this.emit('will-quit', will)
    if (will.defaultPrevented) return
    this.emit('quit', {}, 0)
    this.exit(0)
  }
  exit = (code = 0) => {
    if (this.#ending) return
    this.#ending = true
    killUtilities()
    void Promise.allSettled([told, closeBrowser()]).then(() => process.exit(code))
  }
}

export const app = new App()

// As Electron does: the first signal asks; one that comes later ends. Ctrl-C reaches us twice, from the terminal and from
// whatever started us, so the two must not be taken for impatience.
const impatientAfter = 2_000
let askedAt = 0
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (askedAt === 0) {
      askedAt = Date.now()
      app.quit()
    } else if (Date.now() - askedAt > impatientAfter) app.exit(1)
  })
}
process.on('uncaughtException', (error) => {
  process.stderr.write(`${error.stack}\n`)
  app.exit(1)
})
