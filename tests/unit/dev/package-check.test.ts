import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { writeElectronStub } from '../../../dev/checks/electron-stub.ts'
import { archiveFaults, fusesIn } from '../../../dev/checks/package-check.ts'
import { root } from '../../../dev/project.ts'

const folder = mkdtempSync(join(tmpdir(), 'dangol-stub-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const good = [
  '/package.json',
  '/out/main/index.js',
  '/out/main/backend.js',
  '/out/main/snapshot-worker.js',
  '/out/main/reading-worker.js',
  '/out/main/export-worker.js',
  '/out/main/health-worker.js',
  '/out/main/update-worker.js',
  '/out/preload/index.cjs',
  '/out/renderer/index.html',
  '/resources/profiles',
  '/node_modules/zod/package.json',
]
const file = { dependencies: { zod: '1.0.0' }, devDependencies: { vitest: '1.0.0' } }

describe('what a package holds', () => {
  it('is told when something is missing or does not belong there', () => {
    expect(archiveFaults(good, file)).toEqual([])
    expect(archiveFaults(good.slice(1), file)).toEqual(['missing: /package.json'])
    expect(archiveFaults([...good, '/tests/unit/x.test.ts'], file)).toEqual([
      'does not belong there: /tests/unit/x.test.ts',
    ])
    expect(archiveFaults(good.slice(0, -1), file)).toEqual(['missing dependency: zod'])
    expect(archiveFaults([...good, '/node_modules/vitest/package.json'], file)).toEqual([
      'a tool of ours: vitest',
    ])
  })

  it('reads fuses where they stand, and none where there are none', () => {
    writeElectronStub(folder, '1.0.0')
    expect(fusesIn(readFileSync(join(folder, 'electron')))).toBe('10000010')
    expect(fusesIn(Buffer.from('no binary'))).toBe('')
  })
})

describe('packages that want to run something when they are installed', () => {
  it('are each decided on, by name', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Readonly<Record<string, { hasInstallScript?: boolean }>>
    }
    const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      allowScripts: Readonly<Record<string, boolean>>
    }
    const asking = Object.entries(lock.packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path]) => path.split('node_modules/').at(-1) ?? '')
    expect([...new Set(asking)].filter((name) => !(name in allowScripts))).toEqual([])
    expect(Object.entries(allowScripts).filter(([, allowed]) => allowed)).toEqual([
      ['node', true],
      ['@serialport/bindings-cpp', true],
    ])
  })

  it('and every version is pinned', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as Readonly<Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>>
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^(npm:[^@]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    )
    expect(loose).toEqual([])
  })
})
