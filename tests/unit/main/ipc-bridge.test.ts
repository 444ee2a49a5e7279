import { expect, test } from 'vitest'
import { callChannel, guestMethodNames, methodNames } from '#shared/contract/names.ts'
import { ok } from '#shared/result.ts'
import { type CallEvent, openIpcBridge } from '../../../electron/main/ipc-bridge.ts'
import { withPdf } from '../../../electron/main/report.ts'

const open = () => {
  const asked: unknown[][] = []
  let listener: ((event: CallEvent, ...args: unknown[]) => Promise<unknown>) | undefined
  openIpcBridge(
    {
      handle: (channel, given) => {
        expect(channel).toBe(callChannel)
        listener = given
      },
    },
    async (...args) => {
      asked.push(args)
      return ok('answer')
    },
    { 'app.startsWithPc': () => ok('own'), 'guest.displays': () => ok('own') },
    (id) => id === 7,
  )
  const sender = {
    printToPDF: () => Promise.resolve(new Uint8Array([37, 80, 68, 70])),
    print: () => undefined,
  }
  const say = (url: string, ...args: unknown[]) =>
    listener?.({ senderFrame: { url, parent: null }, sender }, ...args)
  /** Page 7 is the guest's. */
  const sayFrom = (id: number, url: string, ...args: unknown[]) =>
    listener?.({ senderFrame: { url, parent: null }, sender: { ...sender, id } }, ...args)
  return { asked, say, sayFrom }
}

test('a call of our own page goes through', async () => {
  const { asked, say } = open()
  expect(await say('app://dangol/', 'app.status', { a: 1 }, 'more')).toEqual(ok('answer'))
  expect(asked).toEqual([['app.status', { a: 1 }, 'window']])
})

test('a report gets the page of the window as PDF, whatever the window claims to have', async () => {
  const { asked, say } = open()
  await say('app://dangol/', 'analytics.saveReport', { name: '11월', pdf: 'AAAA' })
  expect(asked).toEqual([['analytics.saveReport', { name: '11월', pdf: 'JVBERg==' }, 'window']])
})

test('a page that cannot be printed goes on without a PDF', async () => {
  const page = { printToPDF: () => Promise.reject(new Error('no printer')), print: () => undefined }
  expect(await withPdf('analytics.saveReport', { name: '11월', pdf: 'AAAA' }, page)).toEqual({ name: '11월' })
  expect(await withPdf('app.status', { pdf: 1 }, page)).toEqual({ pdf: 1 })
})

test('the guest’s own screen gets its few methods and nothing else, told by its origin or by its page', async () => {
  const { asked, say, sayFrom } = open()
  const forGuests: ReadonlySet<string> = new Set(guestMethodNames)
  const ways = [
    (name: string) => say('app://guest/', name, {}),
    (name: string) => sayFrom(7, 'app://guest/', name, {}),
    // Even a guest's page that got hold of the shop's own document.
    (name: string) => sayFrom(7, 'app://dangol/', name, {}),
  ]
  for (const way of ways) {
    const refused: string[] = []
    asked.length = 0
    for (const name of methodNames) {
      const answer = await way(name)
      if (JSON.stringify(answer).includes('call.not-trusted')) refused.push(name)
    }
    expect(refused).toEqual(methodNames.filter((name) => !forGuests.has(name)))
    expect(asked).toEqual(
      methodNames.filter((name) => forGuests.has(name)).map((name) => [name, {}, 'guest']),
    )
  }
})

test('a stranger gets a code and nothing reaches the backend', async () => {
  const { asked, say } = open()
  expect(await say('https://example.com/', 'app.status', {})).toMatchObject({
    error: { code: 'call.not-trusted' },
  })
  expect(asked).toEqual([])
})

test.each([['no.such'], ['constructor'], [''], [undefined], [7], [{ toString: () => 'app.status' }]])(
  'the name %s is none',
  async (name) => {
    const { asked, say } = open()
    expect(await say('app://dangol/', name, {})).toMatchObject({ error: { code: 'call.unknown-method' } })
    expect(asked).toEqual([])
  },
)
