import { expect, it } from 'vitest'
import { pressedOnce } from '../../../renderer/api/pressed-twice.ts'

/** Calls that end when the test says so. */
const lab = () => {
  const once = pressedOnce()
  const begun: { readonly end: (value: string) => void; readonly fail: (error: Error) => void }[] = []
  const press = (name: Parameters<typeof once>[0], input: unknown): Promise<unknown> =>
    once(name, input, () => new Promise((end, fail) => begun.push({ end, fail })))
  return { begun, press }
}

it('a deed that is pressed twice goes on once, and both hear how it ended', async () => {
  const { begun, press } = lab()
  const both = [press('backup.run', { target: '/a' }), press('backup.run', { target: '/a' })]
  expect(begun).toHaveLength(1)
  begun[0]?.end('made')
  expect(await Promise.all(both)).toEqual(['made', 'made'])
  // Once it has ended it may be done again, also where it failed.
  const again = press('backup.run', { target: '/a' })
  expect(begun).toHaveLength(2)
  begun[1]?.fail(new Error('away'))
  await expect(again).rejects.toThrow('away')
  void press('backup.run', { target: '/a' })
  expect(begun).toHaveLength(3)
})

it('another place, another deed, and what the counter asks quickly are their own', () => {
  const { begun, press } = lab()
  void press('backup.run', { target: '/a' })
  void press('backup.run', { target: '/b' })
  void press('openExport.run', { target: '/a' })
  void press('customers.search', { query: '1' })
  void press('customers.search', { query: '1' })
  expect(begun).toHaveLength(5)
})
