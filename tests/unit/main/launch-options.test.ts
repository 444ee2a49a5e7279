import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { launchOptions } from '../../../electron/main/launch-options.ts'

test.each([
  ['nothing given', [], {}, null],
  ['the switch', ['--data=/tmp/shop'], {}, resolve('/tmp/shop')],
  ['the environment', [], { DANGOL_DATA: '/tmp/shop' }, resolve('/tmp/shop')],
  ['the switch over the environment', ['--data=/a'], { DANGOL_DATA: '/b' }, resolve('/a')],
  ['the last switch', ['--data=/a', '--data=/b'], {}, resolve('/b')],
  ['a relative folder', ['--data=shop'], {}, resolve('shop')],
  ['an empty switch', ['--data='], {}, null],
  ['an empty switch and the environment', ['--data='], { DANGOL_DATA: '/b' }, resolve('/b')],
  ['a folder with spaces and Hangul', ['--data=/tmp/우리 가게'], {}, resolve('/tmp/우리 가게')],
  ['another switch', ['--database=/a'], {}, null],
])('%s', (_what, argv, env, userData) => {
  expect(launchOptions(['electron', '.', ...argv], env)).toEqual({ userData })
})
