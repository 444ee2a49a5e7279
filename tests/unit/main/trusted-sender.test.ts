import { expect, test } from 'vitest'
import { callerOf } from '../../../electron/main/trusted-sender.ts'

test('the top frame of our own page may call', () => {
  expect(callerOf({ url: 'app://dangol/', parent: null })).toBe('window')
  expect(callerOf({ url: 'app://dangol/index.html#/counter', parent: null })).toBe('window')
})

test('the guest’s own screen is told by its origin', () => {
  expect(callerOf({ url: 'app://guest/', parent: null })).toBe('guest')
  expect(callerOf({ url: 'app://guest/index.html', parent: null })).toBe('guest')
  expect(callerOf({ url: 'app://guest/', parent: {} })).toBeNull()
})

test.each([
  ['a frame inside the page', { url: 'app://dangol/', parent: {} }],
  ['the web', { url: 'https://dangol/', parent: null }],
  ['another host', { url: 'app://dangol.example/', parent: null }],
  ['a look-alike', { url: 'app://dangol@evil/', parent: null }],
  ['another scheme', { url: 'apps://dangol/', parent: null }],
  ['a file', { url: 'file:///app://dangol/', parent: null }],
  ['a blank page', { url: 'about:blank', parent: null }],
  ['data', { url: 'data:text/html,app://dangol/', parent: null }],
  ['an empty URL', { url: '', parent: null }],
  ['a frame that is gone', null],
  ['no frame', undefined],
])('%s may not', (_what, frame) => {
  expect(callerOf(frame)).toBeNull()
})
