import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { bundleFile } from './bundle-file.ts'
import { commonHeaders, contentPolicy } from './content-policy.ts'

export const appScheme = 'app'
export const appHost = 'dangol'
/** The guest's own screen is another origin: it shares no storage and no process with the shop's windows. */
export const guestHost = 'guest'
export const appUrl = `${appScheme}://${appHost}/`
export const guestUrl = `${appScheme}://${guestHost}/`

const pages: ReadonlyMap<string, string> = new Map([
  [appHost, '/index.html'],
  [guestHost, '/guest.html'],
])

/** As `protocol.registerSchemesAsPrivileged` takes it, before the app is ready: an origin of its own, secure. */
export const schemePrivileges = {
  scheme: appScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true },
}

const noncePlaceholder = '__CSP_NONCE__'

const refusal = (status: number): Response => new Response(null, { status, headers: commonHeaders })

/**
 * Answers `app://dangol/…` and `app://guest/…` out of the renderer's bundle in `root`, read only. The page gets a fresh nonce, in its
 * policy and in `<meta property="csp-nonce">`. Never rejects: what is not there is 404.
 */
export const createAppProtocol =
  (root: string) =>
  async (request: { readonly url: string; readonly method: string }): Promise<Response> => {
    const url = URL.parse(request.url)
    const page = pages.get(url?.host ?? '')
    if (url === null || url.protocol !== `${appScheme}:` || page === undefined) return refusal(404)
    if (request.method !== 'GET') return refusal(405)
    const file = bundleFile(root, url.pathname === '/' ? page : url.pathname)
    // Each host has its own page and the parts that both are made of.
    if (file === null || (file.path.endsWith('.html') && url.pathname !== '/' && url.pathname !== page))
      return refusal(404)
    let body: Buffer<ArrayBuffer>
    try {
      body = await readFile(file.path)
    } catch {
      return refusal(404)
    }
    const headers = { ...commonHeaders, 'content-type': file.type }
    if (!file.type.startsWith('text/html')) return new Response(body, { headers })
    const nonce = randomBytes(16).toString('base64')
    return new Response(body.toString('utf8').replaceAll(noncePlaceholder, nonce), {
      headers: { ...headers, 'content-security-policy': contentPolicy(nonce) },
    })
  }
