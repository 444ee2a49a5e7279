import { describe, expect, it } from 'vitest'
import type { Guard } from '#backend/guarding.ts'
import type { Handlers } from '#backend/handlers.ts'
import type { Log, LogFields } from '#backend/platform/log/log.ts'
import { createRouter } from '#backend/router.ts'
import { methodNames } from '#shared/contract/names.ts'
import { DangolError, type ErrorCode } from '#shared/errors.ts'

interface Logged {
  readonly event: string
  readonly fields: LogFields
}

/** All methods answer `{}`; one of them what the test says. */
const route = (
  answer: (...given: unknown[]) => unknown,
  closed: ErrorCode | null | (() => ErrorCode | null) = null,
  guard: () => Guard | null = () => null,
) => {
  const logged: Logged[] = []
  const keep = (event: string, fields: LogFields = {}): number => logged.push({ event, fields })
  const log: Log = { info: keep, warn: keep, error: keep }
  const handlers = Object.fromEntries(methodNames.map((name) => [name, answer])) as unknown as Handlers
  const closedBecause = typeof closed === 'function' ? closed : () => closed
  return { logged, router: createRouter({ handlers, log, closedBecause, guard }) }
}

/** Lets everything through and keeps what was done. */
const guardOf = (kept: string[]): Guard => ({
  before: () => {},
  after: (name) => void kept.push(name),
  failed: () => {},
  saw: () => {},
})

describe('router', () => {
  it('answers with the parsed value', async () => {
    const { router } = route(() => [])
    expect(await router.call('customers.search', { query: '1' })).toEqual({ ok: true, value: [] })
  })

  it('refuses before it asks anybody: name, then availability, then input', async () => {
    let asked = 0
    const open = route(() => (asked += 1))
    const closed = route(() => (asked += 1), 'ledger.locked')
    expect(await open.router.call('no.such', {})).toMatchObject({ error: { code: 'call.unknown-method' } })
    expect(await closed.router.call('customers.search', 7)).toMatchObject({
      error: { code: 'ledger.locked' },
    })
    expect(await open.router.call('customers.search', { query: 7 })).toEqual({
      ok: false,
      error: { code: 'call.bad-input', params: { field: 'query' } },
    })
    expect(asked).toBe(0)
  })

  it('mends halves of signs that stand alone, before anybody compares them', async () => {
    const asked: unknown[] = []
    const { router } = route((...given: unknown[]) => {
      asked.push(given[0])
      return []
    })
    await router.call('customers.search', { query: '가\ud83d' })
    await router.call('customers.search', { query: '나\ud83d\ude00' })
    expect(asked).toEqual([{ query: '가\ufffd' }, { query: '나\ud83d\ude00' }])
  })

  it('passes a failure’s code and figures on', async () => {
    const { router } = route(() => {
      throw new DangolError('printer.away', { printer: 2 })
    })
    expect(await router.call('customers.search', { query: '' })).toEqual({
      ok: false,
      error: { code: 'printer.away', params: { printer: 2 } },
    })
  })

  it.each([
    [
      'thrown',
      () => {
        throw new Error('secret 010-1234-5678')
      },
    ],
    ['rejected', () => Promise.reject(new Error('secret'))],
    [
      'no error at all',
      () => {
        throw 'secret'
      },
    ],
  ] as const)('keeps what was %s to itself and logs it', async (_how, answer) => {
    const { router, logged } = route(answer)
    expect(await router.call('customers.search', { query: '' })).toEqual({
      ok: false,
      error: { code: 'internal', params: {} },
    })
    expect(logged).toMatchObject([{ event: 'call.failed', fields: { method: 'customers.search' } }])
  })

  it('says of a call that waited while the ledger was locked why it failed, and keeps nothing of it', async () => {
    let open = true
    const kept: string[] = []
    const guard = guardOf(kept)
    const { router, logged } = route(
      async () => {
        await Promise.resolve()
        open = false
        throw new TypeError('The database connection is not open')
      },
      () => (open ? null : 'ledger.locked'),
      () => (open ? guard : null),
    )
    expect(await router.call('customers.search', { query: '' })).toMatchObject({
      error: { code: 'ledger.locked' },
    })
    expect(logged).toMatchObject([{ event: 'call.refused', fields: { code: 'ledger.locked' } }])
    expect(kept).toEqual([])
  })

  it('puts on record with the ledger that is open afterwards', async () => {
    const [before, after]: [string[], string[]] = [[], []]
    let current = guardOf(before)
    const { router } = route(
      () => {
        current = guardOf(after)
        return []
      },
      () => null,
      () => current,
    )
    await router.call('customers.search', { query: '1' })
    expect({ before, after }).toEqual({ before: [], after: ['customers.search'] })
  })

  it('never lets an answer of the wrong shape out', async () => {
    const { router, logged } = route(() => [{ id: 1, name: 'x', secret: 'y' }])
    expect(await router.call('customers.search', { query: '' })).toEqual({
      ok: false,
      error: { code: 'call.bad-output', params: {} },
    })
    expect(logged[0]?.event).toBe('call.bad-output')
  })
})
