import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keptReceipts, listen, withReceipt } from '../../../renderer/api/live.ts'
import { queries } from '../../../renderer/api/queries.ts'
import type { ReceiptRow } from '../../../renderer/features/counter/types.ts'
import { until } from '../../helpers/devices/until.ts'

const row = (id: number, receivedAt: number, total = 1_000): ReceiptRow => ({
  id,
  kind: 'sale',
  issuedAt: receivedAt,
  receivedAt,
  businessDate: '2026-11-22',
  total,
  receiptNumber: null,
  lines: [],
  customer: null,
  pointsGiven: 0,
  pointsToGive: 10,
})

describe('receipts as they come', () => {
  it('stand newest first, also when one comes late', () => {
    const rows = [row(1, 100), row(3, 300)].reduce<ReceiptRow[]>(withReceipt, [])
    expect(withReceipt(rows, row(2, 200)).map((one) => one.id)).toEqual([3, 2, 1])
  })
  it('are replaced where they stand when they change', () => {
    const rows = withReceipt([row(2, 200), row(1, 100)], row(1, 100, 5_000))
    expect(rows.map((one) => [one.id, one.total])).toEqual([
      [2, 1_000],
      [1, 5_000],
    ])
  })
  it('are kept up to a number', () => {
    let rows: ReceiptRow[] = []
    for (let id = 1; id <= keptReceipts + 5; id += 1) rows = withReceipt(rows, row(id, id))
    expect(rows).toHaveLength(keptReceipts)
    expect(rows[0]?.id).toBe(keptReceipts + 5)
  })
})

describe('what a window holds', () => {
  const listeners = new Map<string, (payload: unknown) => void>()
  const answers: ((value: unknown) => void)[] = []
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  let stop: (() => void) | null = null

  beforeEach(() => {
    vi.stubGlobal('window', {
      dangol: {
        call: () => new Promise((resolve) => answers.push((value) => resolve({ ok: true, value }))),
        on: (name: string, listener: (payload: unknown) => void) => {
          listeners.set(name, listener)
          return () => listeners.delete(name)
        },
      },
    })
    stop = listen(client)
  })
  afterEach(() => {
    stop?.()
    client.clear()
    listeners.clear()
    answers.length = 0
    vi.unstubAllGlobals()
  })
  const away = {
    id: 'pos',
    name: 'POS',
    kind: 'tcp',
    connection: 'away',
    problem: null,
    bytes: 0,
    lastByteAt: null,
    quiet: false,
  }

  it('is asked for again when an event overtakes the answer that is under way', async () => {
    const asked = client.fetchQuery(queries.sourceStatus)
    await until('the question', () => answers.length === 1)
    listeners.get('source.status')?.(away)
    answers[0]?.([])
    expect(await asked).toEqual([])
    await until(
      'the second question to be due',
      () => client.getQueryState(queries.sourceStatus.queryKey)?.isInvalidated === true,
    )
  })
  it('takes an event in at once when nothing is under way', async () => {
    const asked = client.fetchQuery(queries.sourceStatus)
    await until('the question', () => answers.length === 1)
    answers[0]?.([])
    await asked
    listeners.get('source.status')?.(away)
    expect(client.getQueryData(queries.sourceStatus.queryKey)).toEqual([away])
  })
  it('leaves out an event of the wrong shape', async () => {
    const asked = client.fetchQuery(queries.sourceStatus)
    await until('the question', () => answers.length === 1)
    answers[0]?.([])
    await asked
    listeners.get('source.status')?.({ ...away, connection: 'somewhere' })
    expect(client.getQueryData(queries.sourceStatus.queryKey)).toEqual([])
  })
  it('hears nothing any more once stopped', () => {
    stop?.()
    expect(listeners.size).toBe(0)
  })
})
