import type { QueryClient } from '@tanstack/react-query'
import type { EventPayload } from '#shared/contract/index.ts'
import { api } from './api.ts'
import { keys } from './keys.ts'

type ReceiptRow = EventPayload<'receipt.arrived'>

/** As many as the counter and the office show. */
export const keptReceipts = 60

/** Newest first; a receipt that is known already is replaced where it stands. */
export const withReceipt = (rows: readonly ReceiptRow[], row: ReceiptRow): ReceiptRow[] =>
  rows.some((known) => known.id === row.id)
    ? rows.map((known) => (known.id === row.id ? row : known))
    : [row, ...rows].sort((a, b) => b.receivedAt - a.receivedAt || b.id - a.id).slice(0, keptReceipts)

const withStatus = <T extends { id: string }>(known: readonly T[], next: T): T[] =>
  known.some((one) => one.id === next.id)
    ? known.map((one) => (one.id === next.id ? next : one))
    : [...known, next]

type Key = readonly unknown[]

/** Changes what is held by an event; an answer that is under way may be older than it, so it is asked again. */
const changer = (client: QueryClient) => {
  const again = (...names: readonly Key[]): void => {
    for (const queryKey of names) void client.invalidateQueries({ queryKey })
  }
  const change = <T>(queryKey: Key, by: (known: T) => T): void => {
    client.setQueryData<T>(queryKey, (known) => (known === undefined ? undefined : by(known)))
    const query = client.getQueryCache().find({ queryKey })
    if (query?.state.fetchStatus !== 'fetching') return
    const askAgain = (): void => again(queryKey)
    query.promise?.then(askAgain, askAgain)
  }
  return { again, change }
}

/** Keeps what the pages hold up to date from the backend's events. Answers the function that stops it. */
export const listen = (client: QueryClient): (() => void) => {
  const { again, change } = changer(client)
  const receipt = (row: ReceiptRow): void => {
    change<ReceiptRow[]>(keys.receipts, (rows) => withReceipt(rows, row))
    again(keys.today)
    if (row.customer !== null) again(keys.card(row.customer.id))
    again(keys.rewards, keys.allPoints)
  }
  const offs = [
    api.on('app.changed', (status) => {
      const before = client.getQueryData<EventPayload<'app.changed'>>(keys.status)
      if (before === undefined) client.setQueryData(keys.status, status)
      change(keys.status, () => status)
      // Another shop, or the same one opened anew: nothing that was held before may be shown.
      if (before?.phase !== status.phase || before.demo !== status.demo)
        void client.resetQueries({ predicate: (query) => query.queryKey[0] !== keys.status[0] })
    }),
    api.on('door.changed', (door) => {
      client.setQueryData(keys.door, door)
      // Whoever went away leaves nothing behind that the next one may not see; whoever came asks anew.
      client.removeQueries({ type: 'inactive' })
      void client.invalidateQueries({ predicate: (query) => query.state.status === 'error' })
    }),
    api.on('receipt.arrived', receipt),
    api.on('receipt.changed', receipt),
    api.on('counter.attached', (result) =>
      again(
        keys.card(result.customerId),
        keys.rewards,
        keys.prepaid,
        keys.allPoints,
        keys.waiting,
        keys.slips,
      ),
    ),
    api.on('prepaid.changed', ({ customerId }) => again(keys.prepaid, keys.allPoints, keys.card(customerId))),
    api.on('points.changed', ({ customerId }) => again(keys.card(customerId), keys.allPoints)),
    api.on('counter.waitingChanged', () => again(keys.waiting)),
    api.on('review.changed', () => again(keys.review, keys.today)),
    api.on('source.status', (status) =>
      change<EventPayload<'source.status'>[]>(keys.sourceStatus, (known) => withStatus(known, status)),
    ),
    api.on('printer.status', (status) =>
      change<EventPayload<'printer.status'>[]>(keys.printerStatus, (known) => withStatus(known, status)),
    ),
    api.on('backup.progress', (progress) => {
      client.setQueryData(keys.backupProgress, progress)
      // What lies on a target, and the room on it, are others now.
      if (!progress.running) again(keys.backupTargets, keys.backupCopies('').slice(0, 1))
    }),
    api.on('slip.printed', () => again(keys.slips)),
    api.on('slips.changed', () => again(keys.slipQueue)),
  ]
  return () => {
    for (const off of offs) off()
  }
}
