import { join, sep } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bundleFile } from '../../../electron/main/bundle-file.ts'

const root = join(sep, 'app', 'renderer')

test('the page and its parts', () => {
  expect(bundleFile(root, '/')).toEqual({ path: join(root, 'index.html'), type: 'text/html; charset=utf-8' })
  expect(bundleFile(root, '/assets/index-a_b.js')?.path).toBe(join(root, 'assets', 'index-a_b.js'))
  expect(bundleFile(root, '/assets/Font.WOFF2')?.type).toBe('font/woff2')
  expect(bundleFile(root, '/%EA%B8%80.svg')?.path).toBe(join(root, '글.svg'))
})

test.each([
  '/../main/index.js',
  '/assets/../../main/index.js',
  '/%2e%2e/main/index.js',
  '/..%2fmain%2findex.js',
  '/%252e%252e/main/index.js',
  '/..\\main\\index.js',
  '/..%5cmain%5cindex.js',
  '/C:/windows/win.html',
  '/index.html:stream.js',
  '/index.html%00.js',
  '/.env.js',
  '/assets/.hidden/x.js',
  '/assets',
  '/index',
  '/ledger.dangol',
  '/x.exe',
  '/%',
  '/%zz.js',
])('%s is nowhere', (pathname) => {
  expect(bundleFile(root, pathname)).toBeNull()
})

test('no path ever leaves the bundle', () => {
  const piece = fc.constantFrom(
    '..',
    '.',
    '%2e',
    '%2f',
    '%5c',
    '\\',
    '/',
    '//',
    'a',
    'C:',
    '%00',
    '%25',
    '~',
    '글',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('.js', '.html', ''), (pieces, ending) => {
      const file = bundleFile(root, `/${pieces.join('')}${ending}`)
      expect(file === null || file.path.startsWith(root + sep)).toBe(true)
      expect(file?.path.split(sep) ?? []).not.toContain('..')
    }),
  )
})
