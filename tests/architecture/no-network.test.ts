import { expect, test } from 'vitest'
import { sources } from './sources.ts'
import { nodesOf } from './syntax.ts'

const doors = new Set([
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
  'sendBeacon',
  'importScripts',
  'Worker',
  'SharedWorker',
  'indexedDB',
  'sessionStorage',
  'eval',
  'dangerouslySetInnerHTML',
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
])

/** Ways out of the page, and ways for text to become markup or code. */
const doorsIn = (text: string, tsx: boolean): string[] => {
  const found: string[] = []
  for (const [node] of nodesOf(text, tsx))
    if (node.type === 'Identifier' && doors.has(String(node['value']))) found.push(String(node['value']))
  return found
}

test('the renderer has no network, no store, and makes no markup out of text', () => {
  const files = sources(['ts', 'tsx'], ['renderer'])
  expect(files.length).toBeGreaterThan(10)
  const found = files.flatMap(({ path, text }) =>
    doorsIn(text, path.endsWith('.tsx')).map((door) => `${path}: ${door}`),
  )
  expect(found).toEqual([])
})

test('only looks of this PC are kept by the page itself, where no personal data comes near', () => {
  const keepers = sources(['ts', 'tsx'], ['renderer'])
    .filter(({ text }) => text.includes('localStorage'))
    .map(({ path }) => path)
  const looks = [
    'renderer/app/appearance.ts',
    'renderer/app/language.ts',
    'renderer/features/counter/use-keypad.ts',
  ]
  expect(keepers.filter((path) => !looks.includes(path))).toEqual([])
})

test.each([
  'fetch("/x")',
  'window.fetch(x)',
  'new WebSocket(u)',
  'navigator.sendBeacon(u)',
  '<p dangerouslySetInnerHTML={{ __html: x }} />',
  'element.innerHTML = x',
])('finds %s', (text) => {
  expect(doorsIn(text, true)).not.toEqual([])
})

const outside = new Set(['shell', 'openExternal', 'openPath', 'showItemInFolder', 'loadFile'])

/** Ways in which main could have the system open something, or load a page that is no part of the app. */
const opensOutside = (text: string): string[] => {
  const found: string[] = []
  for (const [node] of nodesOf(text, false))
    if (node.type === 'Identifier' && outside.has(String(node['value']))) found.push(String(node['value']))
  return found
}

test('main and preload open nothing outside of the app: no link, no file, no folder', () => {
  const files = sources(['ts', 'tsx'], ['electron']).filter(({ path }) =>
    /^electron\/(main|preload)\//.test(path),
  )
  expect(files.length).toBeGreaterThan(20)
  expect(files.flatMap(({ path, text }) => opensOutside(text).map((name) => `${path}: ${name}`))).toEqual([])
})

test.each([
  "import { shell } from 'electron'",
  'electron.shell.openExternal(url)',
  "const { openExternal: open } = require('electron').shell",
  'window.loadFile(path)',
])('finds %s', (text) => {
  expect(opensOutside(text)).not.toEqual([])
})
