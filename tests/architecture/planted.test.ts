import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import boundaries from '../../dev/boundaries.ts'
import { judgeImports } from './cruise.ts'
import { plants } from './plants.ts'

let folder = ''
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const packages = ['electron', 'kysely', 'better-sqlite3', 'serialport', 'zod', 'react', 'exceljs']

/** A small project of the same shape, with empty packages and the planted files. */
const plant = (files: Readonly<Record<string, string>>): void => {
  folder = mkdtempSync(join(tmpdir(), 'dangol-plant-'))
  const stubs = packages.flatMap((name) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js', types: 'index.d.ts' })],
    [`node_modules/${name}/index.js`, 'module.exports = {}'],
    [`node_modules/${name}/index.d.ts`, 'export type T = 1'],
  ])
  const imports = { '#shared/*': './shared/*', '#backend/*': './electron/backend/*' }
  const all: Record<string, string> = {
    'package.json': JSON.stringify({
      name: 'plant',
      type: 'module',
      imports,
      dependencies: Object.fromEntries(packages.map((name) => [name, '*'])),
    }),
    ...(Object.fromEntries(stubs) as Record<string, string>),
    ...files,
  }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

const foundIn = async (files: Readonly<Record<string, string>>): Promise<string[]> => {
  plant(files)
  const below = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))]
  const { summary } = await judgeImports(folder, below)
  return summary.violations.map(({ rule }) => rule.name)
}

test('every rule has a plant', () => {
  const rules = (boundaries.forbidden ?? []).map(({ name }) => name)
  expect(new Set(Object.keys(plants))).toEqual(new Set(rules))
})

for (const [rule, variants] of Object.entries(plants)) {
  for (const [index, files] of variants.entries()) {
    test(`a planted violation is found: ${rule} (${index + 1})`, async () => {
      expect(await foundIn(files)).toContain(rule)
    })
  }
}

test('a tidy project has no violation', async () => {
  const found = await foundIn({
    'shared/won.ts': "import { z } from 'zod'\nexport const won = z",
    'electron/backend/shop/receipt.ts': "import { won } from '#shared/won.ts'\nexport const r = won",
    'electron/backend/shop/shop.repo.ts': "import type { T } from 'kysely'\nexport const repo = 1 as T",
    'electron/backend/shop/shop.port.ts': "import 'serialport'\nimport 'node:fs'\nexport const port = 1",
    'electron/backend/shop/shop.service.ts':
      "import { r } from './receipt.ts'\nimport { repo } from './shop.repo.ts'\nimport { port } from './shop.port.ts'\nexport const s = [r, repo, port]",
    'electron/backend/counter/counter.service.ts':
      "import { s } from '#backend/shop/shop.service.ts'\nexport const c = s",
    'electron/backend/counter/counter.handlers.ts':
      "import { c } from './counter.service.ts'\nexport const h = c",
    'electron/main/index.ts': "import 'electron'\nimport { won } from '#shared/won.ts'\nexport const m = won",
    'electron/preload/index.ts': "import 'electron'\nexport {}",
    'renderer/main.tsx': "import 'react'\nimport { won } from '#shared/won.ts'\nexport const app = won",
  })
  expect(found).toEqual([])
})
