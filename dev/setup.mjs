// Makes the checkout runnable: `npm start`, `npm test` and `npm run demo` call it first. Plain JavaScript without
// dependencies, because it runs on whatever Node the machine has, before anything is installed.
// `--again`: try again what could not be had. `--browser-optional`: a machine without Electron and browser is good enough for what follows.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from './chromium.mjs'
import { findElectron } from './electron-binary.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stampFile = join(root, 'node_modules', '.dangol-setup')
const windows = process.platform === 'win32'
const major = Number(process.versions.node.split('.')[0])
const aDay = 86_400_000

const stop = (sentence, details = '') => {
  process.stderr.write(`${sentence}\n${details}`)
  process.exit(1)
}
const say = (words) => process.stderr.write(`${words}\n`)
const run = (command, args, options = {}) =>
  spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, ...options })
const npm = (...args) => run('npm', args, { shell: windows })
const endOf = ({ stdout, stderr }) =>
  `${`${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').slice(-8).join('\n')}\n`

const readStamp = () => {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return {}
  }
}

/** What the installed packages were made from: another lock file or another system needs another installation. */
const wanted = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex')

/** The Node 24 that npm brings; under npm its folder of commands stands first in PATH. Null where it does not run. */
const projectNode = () => {
  const path = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')
  if (existsSync(path) && run(path, ['--version']).stdout?.startsWith('v24.')) return path
  return major >= 24 ? process.execPath : null
}

const installPackages = () => {
  say('Installing packages (half a minute or so, once)…')
  const installed = npm('ci', '--ignore-scripts', '--no-audit', '--no-fund')
  if (installed.error || installed.status === 127)
    stop(
      'npm was not found: install Node 20 or later together with npm from https://nodejs.org and try again.',
    )
  if (installed.status !== 0)
    stop(
      "The packages could not be installed: connect to the internet, or set npm's registry to a mirror you can reach, and try again.",
      endOf(installed),
    )
  // The one install script that is needed: it puts Node 24 in its place.
  const rebuilt = npm('rebuild', 'node')
  if (projectNode() === null)
    stop(
      `Node 24 could not be had from npm for ${process.platform} ${process.arch}: install Node 24 from https://nodejs.org and try again.`,
      endOf(rebuilt),
    )
}

const reachable = async (address) => {
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(4_000) })
    return true
  } catch {
    return false
  }
}

/** Electron's binary comes from another site than the packages, one that not every network reaches. */
const tryElectron = async () => {
  const patience = (await reachable(process.env.ELECTRON_MIRROR ?? 'https://github.com')) ? 240_000 : 15_000
  run(projectNode(), [join(root, 'node_modules', 'electron', 'install.js')], {
    timeout: patience,
    stdio: 'ignore',
  })
}

/** Debian and its kin, as root: the system's own packages. Anything else is left to the person. */
const trySystemPackages = (...names) => {
  if (process.platform !== 'linux' || process.getuid() !== 0 || run('apt-get', ['--version']).status !== 0)
    return
  say(`Installing ${names.join(' and ')} from this system's packages…`)
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  const install = () =>
    run('apt-get', ['install', '-y', '--no-install-recommends', ...names], options).status === 0
  if (!install() && run('apt-get', ['update'], options).status === 0) install()
}

const inPath = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))

if (major < 20)
  stop(
    `Node ${process.versions.node} is too old: install Node 20 or later from https://nodejs.org and try again.`,
  )

const before = readStamp()
const packages = wanted()
if (before.packages !== packages || projectNode() === null) installPackages()

// What could not be had is tried again after a day, not at every start.
const again = process.argv.includes('--again')
const triedLately = !again && before.packages === packages && Date.now() - (before.triedAt ?? 0) < aDay
if (!triedLately) {
  if (findElectron(root) === null && !process.env.DANGOL_SKIP_ELECTRON) await tryElectron()
  const missing = [
    ...(process.platform === 'linux' && !inPath('socat') ? ['socat'] : []),
    // Wanted even beside Electron: it draws the pictures of the demo.
    ...(findChromium() === null && !process.env.CHROMIUM ? ['chromium'] : []),
  ]
  if (missing.length > 0) trySystemPackages(...missing)
  writeFileSync(stampFile, JSON.stringify({ packages, triedAt: Date.now() }))
}

if (findElectron(root) === null && findChromium() === null && !process.argv.includes('--browser-optional'))
  stop(
    process.env.CHROMIUM
      ? `There is no browser at CHROMIUM=${process.env.CHROMIUM}: set it to the full path of Chromium, Chrome or Edge.`
      : 'Neither Electron nor a browser was found: install Chromium, Chrome or Edge (or set CHROMIUM to the full path of one) and try again.',
  )
