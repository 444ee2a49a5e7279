import { expect, test } from 'vitest'
import { sources } from './sources.ts'

const all = sources(['ts', 'tsx', 'mjs', 'css'])
const code = all.filter(({ path }) => !path.endsWith('.css') && !path.startsWith('tests/architecture/'))

test('there is something to look at', () => {
  expect(code.length).toBeGreaterThan(200)
})

test('no file is longer than 400 lines', () => {
  const long = all.filter(({ text }) => text.split('\n').length > 401).map(({ path }) => path)
  expect(long).toEqual([])
})

test('no file is a drawer for odds and ends', () => {
  expect(all.map(({ path }) => path).filter((path) => /(^|\/)(utils?|misc|stuff)[./]/.test(path))).toEqual([])
})

test.each([
  ['silenced checks', /@ts-(ignore|nocheck|expect-error)|(biome-ignore|(oxlint|eslint)-disable)/],
  ['notes instead of work', /\b(TODO|FIXME|XXX|HACK)\b/],
  ['tests left out or left alone', /\b(test|it|describe)\.(only|todo|fixme)\b/],
])('no %s', (_what, pattern) => {
  const found = code.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  )
  expect(found).toEqual([])
})
