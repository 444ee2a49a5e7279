import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ToBackend } from '#shared/contract/wire.ts'
import { ok } from '#shared/result.ts'
import { type BackendProcessOptions, startBackend } from '../../../electron/main/backend-process.ts'

class Child extends EventEmitter {
  readonly heard: ToBackend[] = []
  killed = false
  postMessage(message: unknown): void {
    structuredClone(message)
    this.heard.push(message as ToBackend)
  }
  kill(): boolean {
    this.killed = true
    this.emit('exit', 143)
    return true
  }
  ready(): void {
    this.emit('message', { type: 'ready' })
  }
  calls(): Extract<ToBackend, { type: 'call' }>[] {
    return this.heard.filter((message) => message.type === 'call')
  }
}

const lab = (more: Partial<BackendProcessOptions> = {}) => {
  const children: Child[] = []
  const events: unknown[][] = []
  const deaths: unknown[][] = []
  let back = 0
  const backend = startBackend({
    fork: () => {
      const child = new Child()
      children.push(child)
      return child
    },
    boot: { dataFolder: '/data', version: '1' },
    keychain: { protect: async (data) => `sealed ${data}`, unprotect: async () => null },
    onEvent: (...event) => events.push(event),
    onDied: (...death) => deaths.push(death),
    onBack: () => {
      back += 1
    },
    ...more,
  })
  const child = (index = -1): Child => {
    const found = children.at(index)
    if (!found) throw new Error('No child')
    return found
  }
  return { backend, children, child, events, deaths, back: () => back }
}

const away = { ok: false, error: { code: 'call.backend-away', params: {} } }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('boots the backend, then carries calls and answers whatever their order', async () => {
  const { backend, child } = lab()
  expect(child().heard).toEqual([{ type: 'boot', boot: { dataFolder: '/data', version: '1' } }])
  child().ready()
  const first = backend.call('app.status', {})
  const second = backend.call('shop.get', {})
  const [a, b] = child().calls()
  child().emit('message', { type: 'answer', id: b?.id, result: ok('b') })
  child().emit('message', { type: 'answer', id: a?.id, result: ok('a') })
  child().emit('message', { type: 'answer', id: a?.id, result: ok('again') })
  child().emit('message', { type: 'answer', id: 999, result: ok('nobody asked') })
  expect([await first, await second]).toEqual([ok('a'), ok('b')])
})

test('calls made while it starts wait for it', async () => {
  const { backend, child } = lab()
  const call = backend.call('app.status', {})
  expect(child().calls()).toEqual([])
  child().ready()
  expect(child().calls()).toHaveLength(1)
  child().emit('message', { type: 'answer', id: child().calls()[0]?.id, result: ok(1) })
  expect(await call).toEqual(ok(1))
})

test('a call that nobody can take is answered after a while', async () => {
  const { backend, child } = lab({ patience: 3_000 })
  const call = backend.call('app.status', {})
  await vi.advanceTimersByTimeAsync(3_000)
  expect(await call).toEqual(away)
  child().ready()
  expect(child().calls()).toEqual([])
})

test('when it dies, what was asked is answered, it is started again, and windows are told', async () => {
  const { backend, children, child, deaths, back } = lab()
  child().ready()
  const asked = backend.call('app.status', {})
  child().emit('exit', 9)
  expect(await asked).toEqual(away)
  expect(deaths).toEqual([[9, 250]])
  const later = backend.call('shop.get', {})
  await vi.advanceTimersByTimeAsync(250)
  expect(children).toHaveLength(2)
  expect(back()).toBe(0)
  child().ready()
  expect(back()).toBe(1)
  child().emit('message', { type: 'answer', id: child().calls()[0]?.id, result: ok('new') })
  expect(await later).toEqual(ok('new'))
})

test('what a dead backend still says is not heard', async () => {
  const { child, events } = lab()
  const dead = child()
  dead.ready()
  dead.emit('exit', 1)
  await vi.advanceTimersByTimeAsync(250)
  dead.emit('message', { type: 'event', name: 'app.changed', payload: 1 })
  expect(events).toEqual([])
  child().emit('message', { type: 'event', name: 'app.changed', payload: 2 })
  expect(events).toEqual([['app.changed', 2]])
})

test('pauses grow while it dies again and again, and start anew after it has lived', async () => {
  const { child, deaths } = lab()
  for (let times = 0; times < 8; times += 1) {
    child().emit('exit', 1)
    await vi.advanceTimersByTimeAsync(10_000)
  }
  expect(deaths.map(([, delay]) => delay)).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000])
  await vi.advanceTimersByTimeAsync(60_000)
  child().emit('exit', 1)
  expect(deaths.at(-1)).toEqual([1, 250])
})

test('an input that cannot be cloned is that call’s own failure', async () => {
  const { backend, child } = lab()
  child().ready()
  expect(await backend.call('app.status', () => {})).toMatchObject({ error: { code: 'call.bad-input' } })
})

test('asks of the keychain are answered', async () => {
  const { child } = lab()
  child().ready()
  child().emit('message', { type: 'keychain-ask', id: 4, what: 'protect', data: 'x' })
  child().emit('message', { type: 'keychain-ask', id: 5, what: 'unprotect', data: 'x' })
  await vi.advanceTimersByTimeAsync(0)
  expect(child().heard.slice(1)).toEqual([
    { type: 'keychain-answer', id: 4, data: 'sealed x' },
    { type: 'keychain-answer', id: 5, data: null },
  ])
})

test('power events go to a backend that is ready, and are dropped otherwise', () => {
  const { backend, child } = lab()
  backend.send({ type: 'power', state: 'suspend' })
  child().ready()
  backend.send({ type: 'power', state: 'resume' })
  expect(child().heard.slice(1)).toEqual([{ type: 'power', state: 'resume' }])
})

test('shuts down in order and is not started again', async () => {
  const { backend, children, child } = lab()
  child().ready()
  const down = backend.shutdown(5_000)
  expect(child().heard.at(-1)).toEqual({ type: 'shutdown' })
  child().emit('exit', 0)
  await down
  await vi.advanceTimersByTimeAsync(60_000)
  expect(children).toHaveLength(1)
  expect(child().killed).toBe(false)
  expect(await backend.call('app.status', {})).toEqual(away)
})

test('a backend that does not end is ended', async () => {
  const { backend, child } = lab()
  child().ready()
  const down = backend.shutdown(5_000)
  await vi.advanceTimersByTimeAsync(5_000)
  await down
  expect(child().killed).toBe(true)
})

test('shutting down while it waits to be started again', async () => {
  const { backend, children, child } = lab()
  child().emit('exit', 1)
  const waiting = backend.call('app.status', {})
  await backend.shutdown(5_000)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(children).toHaveLength(1)
  expect(await waiting).toEqual(away)
})
