import { queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'
import { keys } from './keys.ts'
import { keptReceipts } from './live.ts'

/** What several features look at. Events keep it fresh; nothing polls. */
export const queries = {
  status: queryOptions({ queryKey: keys.status, queryFn: () => api.call('app.status', {}) }),
  door: queryOptions({ queryKey: keys.door, queryFn: () => api.call('door.status', {}) }),
  people: queryOptions({ queryKey: keys.people, queryFn: () => api.call('people.list', {}) }),
  peopleChanges: queryOptions({
    queryKey: keys.peopleChanges,
    queryFn: () => api.call('people.changes', {}),
  }),
  accessMonths: queryOptions({
    queryKey: keys.accessMonths,
    queryFn: () => api.call('access.months', {}),
  }),
  shop: queryOptions({ queryKey: keys.shop, queryFn: () => api.call('shop.get', {}) }),
  receipts: queryOptions({
    queryKey: keys.receipts,
    queryFn: () => api.call('receipts.recent', { limit: keptReceipts }),
  }),
  today: queryOptions({ queryKey: keys.today, queryFn: () => api.call('counter.today', {}) }),
  waiting: queryOptions({ queryKey: keys.waiting, queryFn: () => api.call('counter.waiting', {}) }),
  review: queryOptions({ queryKey: keys.review, queryFn: () => api.call('review.list', {}) }),
  slips: queryOptions({ queryKey: keys.slips, queryFn: () => api.call('slips.recent', { limit: 30 }) }),
  slipQueue: queryOptions({ queryKey: keys.slipQueue, queryFn: () => api.call('slips.queue', {}) }),
  spoolers: queryOptions({ queryKey: keys.spoolers, queryFn: () => api.call('printers.queues', {}) }),
  sources: queryOptions({ queryKey: keys.sources, queryFn: () => api.call('sources.list', {}) }),
  sourceStatus: queryOptions({
    queryKey: keys.sourceStatus,
    queryFn: () => api.call('sources.status', {}),
  }),
  printers: queryOptions({ queryKey: keys.printers, queryFn: () => api.call('printers.list', {}) }),
  printerStatus: queryOptions({
    queryKey: keys.printerStatus,
    queryFn: () => api.call('printers.status', {}),
  }),
  backupSettings: queryOptions({
    queryKey: keys.backupSettings,
    queryFn: () => api.call('backup.settings', {}),
  }),
  backupTargets: queryOptions({
    queryKey: keys.backupTargets,
    queryFn: () => api.call('backup.targets', {}),
  }),
  backupProgress: queryOptions({
    queryKey: keys.backupProgress,
    queryFn: () => api.call('backup.progress', {}),
  }),
  ports: queryOptions({ queryKey: keys.ports, queryFn: () => api.call('devices.ports', {}) }),
}
