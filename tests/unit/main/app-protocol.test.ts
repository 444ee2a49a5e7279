import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAppProtocol } from '../../../electron/main/app-protocol.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dangol-bundle-'))
  mkdirSync(join(folder, 'renderer/assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.js'), 'secret')
  writeFileSync(
    join(folder, 'renderer/index.html'),
    '<meta property="csp-nonce" nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__"></script>',
  )
  writeFileSync(join(folder, 'renderer/assets/a.js'), 'const a = "__CSP_NONCE__"')
})
afterAll(() => rmSync(folder, { recursive: true }))

const get = (url: string, method = 'GET'): Promise<Response> =>
  createAppProtocol(join(folder, 'renderer'))({ url, method })

test('each load of the page has a nonce of its own, in its policy and in the page', async () => {
  const nonces = new Set<string>()
  for (let load = 0; load < 3; load += 1) {
    const response = await get('app://dangol/')
    const nonce = /style-src [^;]*'nonce-([^']+)'/.exec(
      response.headers.get('content-security-policy') ?? '',
    )?.[1]
    expect(nonce).toMatch(/^[\w+/]{22}==$/)
    expect(await response.text()).toBe(
      `<meta property="csp-nonce" nonce="${nonce}"><script nonce="${nonce}"></script>`,
    )
    nonces.add(nonce ?? '')
  }
  expect(nonces.size).toBe(3)
})

test('the policy lets nothing in and nothing out', async () => {
  const policy = (await get('app://dangol/')).headers.get('content-security-policy') ?? ''
  const directives = new Map(policy.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1)]))
  expect(directives.get('default-src')).toEqual(["'none'"])
  expect(directives.get('connect-src')).toEqual(["'none'"])
  expect(directives.get('script-src')).toEqual(["'self'"])
  expect(policy).not.toMatch(/unsafe|\*|https?:|blob:/)
})

test('parts come as they are, typed, and never sniffed or kept', async () => {
  const response = await get('app://dangol/assets/a.js')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.text()).toContain('__CSP_NONCE__')
})

test.each([
  ['another host', 'app://elsewhere/index.html', 'GET', 404],
  ['another scheme', 'file:///etc/passwd', 'GET', 404],
  ['no URL', 'nonsense', 'GET', 404],
  ['what is not there', 'app://dangol/none.js', 'GET', 404],
  ['a folder', 'app://dangol/assets', 'GET', 404],
  ['a file beside the bundle', 'app://dangol/..%2fsecret.js', 'GET', 404],
  ['writing', 'app://dangol/', 'POST', 405],
])('refuses %s', async (_what, url, method, status) => {
  const response = await get(url, method)
  expect(response.status).toBe(status)
  expect(await response.text()).toBe('')
})
