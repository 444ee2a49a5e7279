import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { layers } from './cruise.ts'

export const root = join(import.meta.dirname, '../..')

export interface Source {
  /** From the checkout's folder, with slashes on every system. */
  readonly path: string
  readonly text: string
}

/** Every source file of the layers with one of these endings. */
export const sources = (endings: readonly string[], below: readonly string[] = layers): Source[] =>
  globSync(
    below.map((layer) => `${layer}/**/*.{${endings.join(',')}}`),
    { cwd: root },
  ).map((path) => ({ path: path.split(sep).join('/'), text: readFileSync(join(root, path), 'utf8') }))
