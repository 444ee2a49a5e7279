import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { events, methods } from '#shared/contract/index.ts'
import {
  callChannel,
  eventChannel,
  eventNames,
  type MethodName,
  methodNames,
} from '#shared/contract/names.ts'
import { ok } from '#shared/result.ts'
import { createBridge } from '../../../electron/preload/bridge.ts'

const open = (answer: () => Promise<unknown> = async () => ok(1)) => {
  const asked: unknown[][] = []
  const emitter = new EventEmitter()
  const bridge = createBridge({
    invoke: (...args) => {
      asked.push(args)
      return answer()
    },
    on: (channel, listener) => emitter.on(channel, listener),
  })
  const push = (...args: unknown[]) => emitter.emit(eventChannel, { sender: 'secret' }, ...args)
  return { asked, bridge, emitter, push }
}

test('the names of the preload are exactly those of the contract', () => {
  expect([...methodNames].toSorted()).toEqual(Object.keys(methods).toSorted())
  expect([...eventNames].toSorted()).toEqual(Object.keys(events).toSorted())
})

test('every method of the list goes out on the one channel', async () => {
  const { asked, bridge } = open()
  for (const name of methodNames) expect(await bridge.call(name, { name })).toEqual(ok(1))
  expect(asked).toEqual(methodNames.map((name) => [callChannel, name, { name }]))
})

test.each(['no.such', 'constructor', '__proto__', 'dangol:call', ''])(
  '%s never reaches the wire',
  async (name) => {
    const { asked, bridge } = open()
    expect(await bridge.call(name as MethodName, {})).toMatchObject({
      error: { code: 'call.unknown-method' },
    })
    expect(asked).toEqual([])
  },
)

test('a wire that breaks is a failure with a code, never a rejection', async () => {
  const { bridge } = open(() => Promise.reject(new Error('An object could not be cloned at /secret/path')))
  expect(await bridge.call('app.status', {})).toEqual({ ok: false, error: { code: 'internal', params: {} } })
})

test('listeners get the payload alone, and stop when asked', () => {
  const { bridge, emitter, push } = open()
  const heard: unknown[][] = []
  const off = bridge.on('review.changed', (...args) => heard.push(args))
  bridge.on('app.changed', (...args) => heard.push(['other', ...args]))
  push('review.changed', { count: 2 })
  push('no.such', 1)
  push(7, 1)
  off()
  off()
  push('review.changed', { count: 3 })
  expect(heard).toEqual([[{ count: 2 }]])
  expect(emitter.listenerCount(eventChannel)).toBe(1)
})

test('the same function may listen twice, and one may stop while being told', () => {
  const { bridge, push } = open()
  let times = 0
  const listener = (): void => {
    times += 1
  }
  const off = bridge.on('review.changed', listener)
  bridge.on('review.changed', () => off())
  bridge.on('review.changed', listener)
  push('review.changed', {})
  push('review.changed', {})
  expect(times).toBe(3)
})

test('listening to anything else throws', () => {
  const { bridge } = open()
  expect(() => bridge.on('no.such' as 'app.changed', () => {})).toThrow(TypeError)
  expect(() => bridge.on('app.changed', 'text' as never)).toThrow(TypeError)
})

test('nothing of the preload imports zod, which a sandboxed preload could not load', () => {
  const names = readFileSync(join(import.meta.dirname, '../../../shared/contract/names.ts'), 'utf8')
  expect(names).not.toMatch(/^import /m)
})
