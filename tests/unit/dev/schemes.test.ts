import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerScheme, protocol, toAppUrl, toPageUrl } from '../../../dev/chromium-runtime/schemes.ts'

beforeEach(() => protocol.handle('app', (request) => new Response(`${request.method} ${request.url}`)))
afterEach(() => protocol.unhandle('app'))

test('the app’s own URLs go to a host that Chromium trusts, and back', () => {
  for (const path of ['', 'index.html', 'a/b.js?x=1#y'])
    expect(toAppUrl(toPageUrl(`app://dangol/${path}`))).toBe(`app://dangol/${path}`)
  expect(toPageUrl('app://dangol/a.js')).toBe('http://dangol.app.localhost/a.js')
})

test.each([
  'https://example.com/',
  'data:text/html,x',
  'about:blank',
  'http://dangol.other.localhost/',
  'nonsense',
])('%s is told as it is', (url) => expect(toAppUrl(url)).toBe(url))

test('the app’s handler is asked in its own words; anything else is not answered', async () => {
  const answer = await answerScheme('http://dangol.app.localhost/x.js', 'GET')
  expect(await answer?.text()).toBe('GET app://dangol/x.js')
  expect(await answerScheme('https://example.com/', 'GET')).toBeNull()
  protocol.unhandle('app')
  expect(await answerScheme('http://dangol.app.localhost/x.js', 'GET')).toBeNull()
})
