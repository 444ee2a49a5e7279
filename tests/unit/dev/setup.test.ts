import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')

/** A checkout with the set-up's files only, and commands that are small shell scripts in the place of npm and apt. */
describe.skipIf(process.platform === 'win32')('set-up', () => {
  let folder = ''
  /** Switches of Node itself. */
  let before: string[] = []
  beforeEach(() => {
    before = []
    folder = mkdtempSync(join(tmpdir(), 'dangol-setup-'))
    mkdirSync(join(folder, 'dev'))
    mkdirSync(join(folder, 'bin'))
    for (const file of ['setup.mjs', 'chromium.mjs', 'electron-binary.mjs'])
      cpSync(join(root, 'dev', file), join(folder, 'dev', file))
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    writeFileSync(join(folder, 'package-lock.json'), '{}')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const command = (name: string, body: string): void => {
    const path = join(folder, 'bin', name)
    writeFileSync(path, `#!/bin/sh\necho "${name} $*" >> "${folder}/calls"\n${body}\n`)
    chmodSync(path, 0o755)
  }
  const calls = (): string => {
    try {
      return readFileSync(join(folder, 'calls'), 'utf8')
    } catch {
      return ''
    }
  }
  const setUp = (env: Record<string, string> = {}, ...args: string[]) => {
    const run = spawnSync(process.execPath, [...before, join(folder, 'dev/setup.mjs'), ...args], {
      encoding: 'utf8',
      env: { PATH: join(folder, 'bin'), DANGOL_SKIP_ELECTRON: '1', ...env },
    })
    return { code: run.status, words: run.stderr }
  }
  /** npm that installs what the set-up looks for. */
  const goodNpm = (): void => command('npm', `/bin/mkdir -p "${folder}/node_modules"`)

  test('with everything there it is quiet and does nothing twice', () => {
    goodNpm()
    command('socat', '')
    command('chromium', '')
    expect(setUp()).toEqual({ code: 0, words: expect.stringContaining('Installing packages') })
    const sofar = calls()
    expect(sofar).toContain('npm ci --ignore-scripts')
    expect(setUp()).toEqual({ code: 0, words: '' })
    expect(calls()).toBe(sofar)
  })

  test('another lock file means another installation', () => {
    goodNpm()
    command('chromium', '')
    setUp()
    writeFileSync(join(folder, 'package-lock.json'), '{"changed":true}')
    expect(setUp().words).toContain('Installing packages')
  })

  test('a Node that is too old', () => {
    const pretend = 'Object.defineProperty(process,"versions",{value:{...process.versions,node:"18.20.0"}})'
    before = ['--import', `data:text/javascript,${pretend}`]
    expect(setUp()).toEqual({
      code: 1,
      words: 'Node 18.20.0 is too old: install Node 20 or later from https://nodejs.org and try again.\n',
    })
    expect(calls()).toBe('')
  })

  test('no npm', () => {
    const { code, words } = setUp()
    expect(code).toBe(1)
    expect(words).toMatch(/npm was not found: install Node 20 or later together with npm from https:/)
  })

  test('no network: one sentence, then what npm said last', () => {
    command('npm', 'echo "npm error network" >&2; exit 1')
    const { code, words } = setUp()
    expect(code).toBe(1)
    expect(words).toMatch(
      /^Installing packages.*\nThe packages could not be installed: connect to the internet.*\nnpm error network\n$/,
    )
  })

  test('no browser and no way to get one', () => {
    goodNpm()
    command('apt-get', 'exit 1')
    const { code, words } = setUp()
    expect(code).toBe(1)
    expect(words).toMatch(/install Chromium, Chrome or Edge \(or set CHROMIUM.*\) and try again\.\n$/)
    expect(setUp({}, '--browser-optional').code).toBe(0)
  })

  test('a CHROMIUM that is not there', () => {
    goodNpm()
    const { code, words } = setUp({ CHROMIUM: '/nowhere/chromium' })
    expect(code).toBe(1)
    expect(words).toContain('There is no browser at CHROMIUM=/nowhere/chromium')
  })

  test.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
    'as root on Debian what is missing comes from its packages, after an update when it has to',
    () => {
      goodNpm()
      command(
        'apt-get',
        `case "$1" in update) echo > "${folder}/updated";; install) test -e "${folder}/updated" && printf '' > "${folder}/bin/chromium" || exit 100;; esac`,
      )
      expect(setUp().code).toBe(0)
      expect(calls()).toMatch(
        /apt-get install .*socat chromium\napt-get update\napt-get install .*socat chromium\n$/,
      )
    },
  )

  test('what could not be had is not tried again at once, unless asked for', () => {
    goodNpm()
    command('apt-get', 'exit 1')
    setUp({}, '--browser-optional')
    const sofar = calls()
    setUp({}, '--browser-optional')
    expect(calls()).toBe(sofar)
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return
    setUp({}, '--browser-optional', '--again')
    expect(calls().length).toBeGreaterThan(sofar.length)
  })
})
