import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../build.ts'
import { root, script } from '../project.ts'
import { type Check, failed, judge, runScript } from './check.ts'

/** The number that a tool's own summary gives, 0 when it gives none. */
export const numberIn = (output: string, pattern: RegExp): number => Number(pattern.exec(output)?.[1] ?? 0)

const format: Check = {
  name: 'format',
  run: async () => {
    const done = await runScript([script('@biomejs/biome/bin/biome'), 'check', '.'])
    return judge(done, numberIn(done.output, /Checked (\d+) files/))
  },
}

const lint: Check = {
  name: 'lint',
  run: async () => {
    const done = await runScript([script('oxlint/bin/oxlint'), '--type-aware'])
    return judge(done, numberIn(done.output, /on (\d+) files/))
  },
}

/** Every project of the root `tsconfig.json` must have left its build info. */
const types: Check = {
  name: 'types',
  run: async () => {
    const done = await runScript([script('typescript/bin/tsc'), '-b'])
    const { references } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')) as {
      references: readonly { path: string }[]
    }
    const built = references.filter(({ path }) => {
      const { compilerOptions } = JSON.parse(readFileSync(join(root, path, 'tsconfig.json'), 'utf8')) as {
        compilerOptions: { outDir: string }
      }
      return existsSync(join(root, path, compilerOptions.outDir))
    })
    return judge(done, built.length === references.length ? built.length : 0)
  },
}

/** Fewer modules than this means that it could not read TypeScript: it then finds no fault in anything. */
const leastModules = 300

const boundaries: Check = {
  name: 'boundaries',
  run: async () => {
    const folders = ['electron', 'renderer', 'shared', 'migrations', 'dev', 'tests']
    const done = await runScript([
      script('dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.mjs',
      ...folders,
    ])
    const modules = numberIn(done.output, /(\d+) modules/)
    return judge(done, modules >= leastModules ? modules : 0)
  },
}

const deadCode: Check = {
  name: 'dead code',
  run: async () => {
    const done = await runScript([script('knip/bin/knip.js'), '--performance'])
    return judge(done, numberIn(done.output, /Total running time[^\d]*([\d.]+)/))
  },
}

const bundles = ['main/index.js', 'main/backend.js', 'preload/index.cjs', 'renderer/index.html']

export const buildCheck: Check = {
  name: 'build',
  run: async () => {
    const trouble = build()
    if (trouble !== null) return failed(trouble)
    const missing = bundles.filter((file) => !existsSync(join(root, 'out', file)))
    return judge({ code: missing.length, output: `Missing: ${missing.join(', ')}` }, bundles.length)
  },
}

export const staticChecks: readonly Check[] = [format, lint, types, boundaries, deadCode]
