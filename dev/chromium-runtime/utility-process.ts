import { type ChildProcess, fork, type StdioOptions } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type { ForkOptions } from 'electron'

const shim = new URL('parent-port.ts', import.meta.url).href
const alive = new Set<{ child: ChildProcess; name: string }>()

class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess

  constructor(modulePath: string, args: readonly string[], options: ForkOptions) {
    super()
    const stdio = options.stdio ?? 'inherit'
    const [out, err] = Array.isArray(stdio) ? [stdio[1], stdio[2]] : [stdio, stdio]
    this.#child = fork(modulePath, [...args], {
      serialization: 'advanced',
      execArgv: ['--import', shim, ...(options.execArgv ?? [])],
      stdio: ['ignore', out ?? 'inherit', err ?? 'inherit', 'ipc'] as StdioOptions,
      ...(options.env && { env: options.env as NodeJS.ProcessEnv }),
      ...(options.cwd && { cwd: options.cwd }),
    })
    const entry = { child: this.#child, name: options.serviceName ?? 'Node Utility Process' }
    alive.add(entry)
    this.#child.on('spawn', () => this.emit('spawn'))
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.on('error', () => {})
    this.#child.on('exit', (code) => {
      alive.delete(entry)
      this.emit('exit', code ?? 1)
    })
  }
  get pid(): number | undefined {
    return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined
  }
  get stdout() {
    return this.#child.stdout
  }
  get stderr() {
    return this.#child.stderr
  }
  postMessage(message: unknown): void {
    // As in Electron, what is said to a dead process is dropped.
    if (this.#child.connected) this.#child.send(message as object, () => {})
  }
  kill(): boolean {
    return this.#child.kill()
  }
}

export const utilityProcess = {
  fork: (modulePath: string, args: readonly string[] = [], options: ForkOptions = {}) =>
    new UtilityProcess(modulePath, args, options),
}

/** As `app.getAppMetrics` lists them. */
export const utilityMetrics = () =>
  [...alive].map(({ child, name }) => ({
    type: 'Utility',
    pid: child.pid,
    serviceName: 'node.mojom.NodeService',
    name,
  }))

/** Ends what was forked and still lives. */
export const killUtilities = (): void => {
  for (const { child } of alive) child.kill('SIGKILL')
}
