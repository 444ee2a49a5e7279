// Opens the app: `npm start`. Switches after `--` go to it (`npm start -- --data=FOLDER`).
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.ts'
import { findChromium } from './chromium.mjs'
import { findElectron } from './electron-binary.mjs'
import { root } from './project.ts'

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])

/** Runs until it ends; its exit code is ours, and a signal to us is one to it. */
const follow = (command: string, args: readonly string[]): void => {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(error.message)
    process.exitCode = 1
  })
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

const openApp = (args: readonly string[]): void => {
  const trouble = build()
  if (trouble !== null) {
    console.error(`The app could not be built:\n${trouble}`)
    process.exitCode = 1
    return
  }
  const electron = findElectron(root)
  if (electron !== null) return follow(electron, [root, ...args])
  if (findChromium() === null) {
    console.error(
      'Neither Electron nor a browser was found: install Chromium, Chrome or Edge (or set CHROMIUM to the full path of one) and try again.',
    )
    process.exitCode = 1
    return
  }
  console.error(
    "Electron's own program is not installed here, so the app opens in this system's browser: good for a look around, not for a shop's own ledger.",
  )
  follow(process.execPath, [
    '--import',
    join(root, 'dev/chromium-runtime/register.ts'),
    join(root, 'out/main/index.js'),
    ...args,
  ])
}

const showDemo = (): void => {
  const demo = join(root, 'dev/demo.ts')
  if (existsSync(demo)) return follow(process.execPath, [demo])
  console.error('There is no demo in this checkout.')
  process.exitCode = 1
}

if (hasDisplay) openApp(process.argv.slice(2))
else {
  console.error('There is no display here, so no window can open: running the demo instead (npm run demo).')
  showDemo()
}
