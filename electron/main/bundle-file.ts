import { extname, join, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

export interface BundleFile {
  readonly path: string
  readonly type: string
}

/**
 * The file of the renderer's bundle that a URL's path names, or null for anything that leaves `root`, hides behind
 * an encoding, or has an ending that the bundle does not contain. `/` is `index.html`.
 */
export const bundleFile = (root: string, pathname: string): BundleFile | null => {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  // A decoded % would be a second encoding; backslashes and colons are paths and streams on Windows.
  if (/[%\\:\0]/.test(decoded)) return null
  const segments = decoded.split('/').filter((segment) => segment !== '')
  if (segments.some((segment) => segment.startsWith('.'))) return null
  const path = join(root, ...(segments.length === 0 ? ['index.html'] : segments))
  const type = types[extname(path).toLowerCase()]
  return type !== undefined && path.startsWith(root + sep) ? { path, type } : null
}
