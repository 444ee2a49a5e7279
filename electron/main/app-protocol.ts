import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { bundleFile } from './bundle-file.ts'
import { commonHeaders, contentPolicy } from './content-policy.ts'

export const appScheme = 'app'
export const appHost = 'dangol'
export const appUrl = `${appScheme}://${appHost}/`

/** As `protocol.registerSchemesAsPrivileged` takes it, before the app is ready: an origin of its own, secure. */
export const schemePrivileges = {
  scheme: appScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true },
}

const noncePlaceholder = '__CSP_NONCE__'

const refusal = (status: number): Response => new Response(null, { status, headers: commonHeaders })

/**
 * Answers `app://dangol/…` out of the renderer's bundle in `root`, read only. The page gets a fresh nonce, in its
 * policy and in `<meta property="csp-nonce">`. Never rejects: what is not there is 404.
 */
export const createAppProtocol =
  (root: string) =>
  async (request: { readonly url: string; readonly method: string }): Promise<Response> => {
    const url = URL.parse(request.url)
    if (url === null || url.protocol !== `${appScheme}:` || url.host !== appHost) return refusal(404)
    if (request.method !== 'GET') return refusal(405)
    const file = bundleFile(root, url.pathname)
    if (file === null) return refusal(404)
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
