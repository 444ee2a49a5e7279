import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { root, script } from '../project.ts'
import { type Check, judge, runScript } from './check.ts'
import { fuseSentinel, writeElectronStub } from './electron-stub.ts'

interface PackageFile {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

const packageFile = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as PackageFile

/**
 * The fuses that a shop's program must have, in the order of their places (`FuseV1Options`): no running as plain Node,
 * cookies encrypted, no NODE_OPTIONS, no --inspect, archive checked, started only from the archive, the usual snapshot,
 * no extra rights for `file:`.
 */
const fuses = '01001100'

const needed = [
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
]

/** Source, tests and tools: nothing of them reaches a shop. */
const unwanted =
  /^\/(electron|renderer|shared|migrations|tests|dev|docs|\.github)\/|\.tsx?$(?<!\.d\.ts)|\/\.env/

/** What is wrong with the files of an archive; empty when it is as it should be. */
export const archiveFaults = (
  files: readonly string[],
  { dependencies, devDependencies }: PackageFile,
): string[] => {
  const all = new Set(files)
  const product = files.filter((file) => !file.startsWith('/node_modules/'))
  return [
    ...needed.filter((file) => !all.has(file)).map((file) => `missing: ${file}`),
    ...product.filter((file) => unwanted.test(file)).map((file) => `does not belong there: ${file}`),
    ...Object.keys(dependencies)
      .filter((name) => !all.has(`/node_modules/${name}/package.json`))
      .map((name) => `missing dependency: ${name}`),
    ...Object.keys(devDependencies)
      .filter((name) => !(name in dependencies) && all.has(`/node_modules/${name}/package.json`))
      .map((name) => `a tool of ours: ${name}`),
  ]
}

/** The fuses as they stand in a binary, `1` for on; empty where it has none. */
export const fusesIn = (binary: Buffer): string => {
  const at = binary.indexOf(fuseSentinel)
  if (at < 0) return ''
  const begin = at + fuseSentinel.length + 2
  return binary.subarray(begin, begin + fuses.length).toString('latin1')
}

/** Native modules that have to lie beside the archive: nothing can be loaded out of it. */
const natives = ['better-sqlite3', '@node-rs', '@serialport']

const unpackedFaults = (folder: string): string[] =>
  natives
    .filter((name) => {
      const place = join(folder, 'node_modules', name)
      const inside = existsSync(place) ? readdirSync(place, { recursive: true }).map(String) : []
      return !inside.some((file) => file.endsWith('.node'))
    })
    .map((name) => `no native module beside the archive: ${name}`)

/** Packs what was built as for Linux, around a stand-in for Electron's binary, and looks at what a shop would get. */
export const packageCheck: Check = {
  name: 'package',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dangol-package-'))
    try {
      const stub = join(folder, 'electron')
      writeElectronStub(stub, packageFile.devDependencies['electron'] ?? '')
      const done = await runScript([
        script('electron-builder/cli.js'),
        '--linux',
        'dir',
        `-c.electronDist=${stub}`,
        `-c.directories.output=${join(folder, 'dist')}`,
        '--publish',
        'never',
      ])
      if (done.code !== 0) return judge(done, 0)
      const unpacked = join(folder, 'dist/linux-unpacked')
      const files = listPackage(join(unpacked, 'resources/app.asar'), { isPack: false })
      const found = fusesIn(readFileSync(join(unpacked, 'dangol')))
      const faults = [
        ...archiveFaults(files, packageFile),
        ...unpackedFaults(join(unpacked, 'resources/app.asar.unpacked')),
        ...(found === fuses ? [] : [`fuses: ${found} instead of ${fuses}`]),
        ...(existsSync(join(unpacked, 'locales/de.pak')) ? ['languages that nobody asked for'] : []),
      ]
      return judge({ code: faults.length, output: faults.slice(0, 40).join('\n') }, files.length)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
