type SchemeHandler = (request: Request) => Response | Promise<Response>

const handlers = new Map<string, SchemeHandler>()

export const protocol = {
  registerSchemesAsPrivileged: () => {},
  handle: (scheme: string, handler: SchemeHandler) => void handlers.set(scheme, handler),
  unhandle: (scheme: string) => void handlers.delete(scheme),
  isProtocolHandled: (scheme: string) => handlers.has(scheme),
}

const pageHost = /^([^.]+)\.([^.]+)\.localhost$/

/** app://dangol/x → http://dangol.app.localhost/x: Chromium takes no new schemes, but trusts `localhost` as secure. */
export const toPageUrl = (url: string): string => {
  const parsed = new URL(url)
  const scheme = parsed.protocol.slice(0, -1)
  if (!handlers.has(scheme)) return url
  return `http://${parsed.host}.${scheme}.localhost${parsed.pathname || '/'}${parsed.search}${parsed.hash}`
}

/** The way back: what the app is told of a frame's place. */
export const toAppUrl = (url: string): string => {
  const parsed = URL.parse(url)
  const match = parsed && pageHost.exec(parsed.hostname)
  if (!parsed || !match) return url
  const [, host, scheme] = match
  return scheme !== undefined && handlers.has(scheme)
    ? `${scheme}://${host}${parsed.pathname}${parsed.search}${parsed.hash}`
    : url
}

/** The answer of the app's own handler, or null where the URL belongs to no scheme of it. */
export const answerScheme = async (url: string, method: string): Promise<Response | null> => {
  const appUrl = toAppUrl(url)
  const handler = appUrl === url ? undefined : handlers.get(new URL(appUrl).protocol.slice(0, -1))
  return handler ? handler(new Request(appUrl, { method })) : null
}
