// The licences of everything that reaches a shop, for the page that shows them: `node dev/gather-licences.ts` after a
// change of dependencies. A test compares the file with what is installed.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.ts'

export interface Licence {
  readonly name: string
  readonly version: string
  /** SPDX, as the package itself says. */
  readonly licence: string
  /** Which of `texts` it comes under; null where it brings no text. */
  readonly text: number | null
}

export interface Licences {
  readonly packages: readonly Licence[]
  readonly texts: readonly string[]
}

interface Locked {
  readonly version?: string
  readonly dev?: boolean
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
}
type Lock = Readonly<Record<string, Locked>>

const packageOf = (specifier: string): string | null => {
  if (/^[.#/]|^node:/.test(specifier)) return null
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? null)
}

/** Packages that the renderer's bundle takes in, by what its files import. */
const bundled = (): Set<string> => {
  const names = new Set<string>()
  for (const file of readdirSync(join(root, 'renderer'), { recursive: true }).map(String)) {
    if (!/\.(tsx?|css|html)$/.test(file)) continue
    const text = readFileSync(join(root, 'renderer', file), 'utf8')
    for (const [, from] of text.matchAll(/(?:from|import|url\()\s*\(?['"]([^'"]+)['"]/g)) {
      const name = packageOf((from ?? '').replace(/^.*node_modules\//, ''))
      if (name !== null && existsSync(join(root, 'node_modules', name, 'package.json'))) names.add(name)
    }
  }
  return names
}

/** Everything that these need in turn, by the lock file. */
const withTheirs = (names: Iterable<string>, lock: Lock): Set<string> => {
  const all = new Set<string>()
  const take = (name: string): void => {
    if (all.has(name)) return
    const locked = lock[`node_modules/${name}`]
    if (locked === undefined) return
    all.add(name)
    for (const next of Object.keys(locked.dependencies ?? {})) take(next)
  }
  for (const name of names) take(name)
  return all
}

const textOf = (folder: string): string | null => {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying|ofl)(\b|[._-])/i.test(name))
  return file === undefined ? null : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
}

/** By what is installed and locked; in the order of names. */
export const gatherLicences = (): Licences => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Lock }
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Readonly<Record<string, string>>
  }
  const names = [...withTheirs([...Object.keys(dependencies), ...bundled()], packages), 'electron']
    .filter((name) => !name.startsWith('@types/'))
    // What another system would have installed is in its package, not in this one's folder.
    .filter((name) => existsSync(join(root, 'node_modules', name, 'package.json')))
    .toSorted()
  const texts: string[] = []
  return {
    packages: names.map((name) => {
      const folder = join(root, 'node_modules', name)
      const said = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        version: string
        license?: string | { type?: string }
      }
      const text = textOf(folder)
      let place = text === null ? null : texts.indexOf(text)
      if (place === -1) place = texts.push(text ?? '') - 1
      const licence = typeof said.license === 'string' ? said.license : (said.license?.type ?? 'UNKNOWN')
      return { name, version: said.version, licence, text: place }
    }),
    texts,
  }
}

export const licencesFile = join(root, 'resources/licences.json')

if (process.argv[1] === import.meta.filename)
  writeFileSync(licencesFile, `${JSON.stringify(gatherLicences(), null, 1)}\n`)
