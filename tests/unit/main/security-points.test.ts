import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { electronsList, provenOnValues, securityPoints } from '../../e2e/security-points.ts'

const root = join(import.meta.dirname, '../../..')

test('each of the 20 points of Electron’s list is answered', () => {
  expect(electronsList.map(([number]) => number)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
  expect(electronsList.filter(([, , points]) => points.length === 0)).toEqual([])
})

test('what is said to be proven on values names a test that is there', () => {
  const claimed = Object.entries(securityPoints).filter(([, ways]) => ways.some((way) => way === 'options'))
  expect(Object.keys(provenOnValues).toSorted()).toEqual(claimed.map(([point]) => point).toSorted())
  expect(Object.values(provenOnValues).filter((file) => !existsSync(join(root, file)))).toEqual([])
})
