import { expect, test } from 'vitest'
import { judgeImports } from './cruise.ts'
import { root, sources } from './sources.ts'

test('imports go the ways of ARCHITECTURE.md', async () => {
  const { modules, summary } = await judgeImports(root)
  const found = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
  expect(found).toEqual([])

  // A reader that cannot read TypeScript finds no fault in anything: every source must have been read.
  const read = new Set(modules.map(({ source }) => source))
  const written = sources(['ts', 'tsx', 'mjs']).map(({ path }) => path)
  expect(written.filter((path) => !read.has(path) && !path.endsWith('.d.mts'))).toEqual([])
  expect(modules.filter(({ dependencies }) => dependencies.length > 0).length).toBeGreaterThan(150)
})
