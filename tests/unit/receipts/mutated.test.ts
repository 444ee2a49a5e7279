import { expect, test } from 'vitest'
import { runMutations } from '../../bench/mutations/run.ts'

// A million of them: `npm run bench:mutations`.
test('three thousand spoiled receipts are read without harm, whatever their bytes', () => {
  const run = runMutations(3000, 20261122)
  expect(Object.fromEntries(run.thrown)).toEqual({})
  expect(Object.fromEntries(run.faults)).toEqual({})
  expect(run.papers).toBeGreaterThan(3000)
  expect(run.sure).toBeGreaterThan(100)
})
